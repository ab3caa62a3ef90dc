//! The letters and signs beyond ASCII that the press of Western Europe prints.

const WESTERN: &str = "éèàêçùâîôûëïñöüäßáíóúãõåøæìòÉÈÀÇÄÖÜÅØÆÑ€’‘“”«»–—…¿¡\u{a0}";

/// Whether `c` is one of them.
pub(super) fn is_western(c: char) -> bool {
    WESTERN.contains(c) || matches!(c, 'œ' | 'Œ')
}

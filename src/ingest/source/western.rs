//! The letters and signs beyond ASCII that the press of Western Europe prints, and the code page that programs of DOS wrote them in.

const WESTERN: &str = "éèàêçùâîôûëïñöüäßáíóúãõåøæìòÉÈÀÇÄÖÜÅØÆÑ€’‘“”«»–—…¿¡\u{a0}";

/// Whether `c` is one of them.
pub(super) fn is_western(c: char) -> bool {
    WESTERN.contains(c) || matches!(c, 'œ' | 'Œ')
}

/// What the code page of DOS for Western Europe is called.
pub(super) const DOS: &str = "IBM850";

/// The upper half of that code page, as the Unicode Consortium lists it.
const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// What `bytes` are in it.
pub(super) fn of_dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = UPPER.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

//! Spanish, which has a small table and no rules of its own.

use crate::hold;

#[test]
fn spanish_by_its_table_alone() {
    hold(&[
        ("es", "2020-08-19", "El tratado se firmó el 3 de marzo de 2020.", &["el 3 de marzo de 2020|DATE|2020-03-03"]),
        ("es", "2020-08-19", "El ministro dimitió ayer.", &["ayer|DATE|2020-08-18"]),
        ("es", "2020-08-19", "El lunes pasado hubo protestas.", &["El lunes pasado|DATE|2020-08-17"]),
        ("es", "2020-08-19", "El lunes llegaron los refuerzos.", &["lunes|DATE|2020-08-17"]),
        ("es", "2020-08-19", "La próxima semana habrá elecciones.", &["La próxima semana|DATE|2020-W35"]),
        ("es", "2020-08-19", "La semana pasada murió el alcalde.", &["La semana pasada|DATE|2020-W33"]),
        ("es", "2020-08-19", "Hace tres años cayó la ciudad.", &["Hace tres años|DATE|2017"]),
        ("es", "2020-08-19", "El viernes 14 de agosto ardió el mercado.", &["El viernes 14 de agosto|DATE|2020-08-14"]),
        ("es", "2020-08-19", "En mayo de 2011 estalló la revuelta.", &["mayo de 2011|DATE|2011-05"]),
        ("es", "2020-08-19", "La guerra duró ocho años.", &["ocho años|DURATION|P8Y"]),
        ("es", "2020-08-19", "Se reúnen cada lunes.", &["cada lunes|SET|XXXX-WXX-1"]),
        ("es", "2020-08-19", "El 12 de octubre será fiesta.", &["El 12 de octubre|DATE|2020-10-12"]),
        (
            "es",
            "2020-08-19",
            "Del 3 al 17 de marzo de 1998 hubo huelga.",
            &["3|DATE|1998-03-03", "17 de marzo de 1998|DATE|1998-03-17"],
        ),
        ("es", "2020-08-19", "La resolución 1701 fue aprobada.", &[]),
    ]);
}

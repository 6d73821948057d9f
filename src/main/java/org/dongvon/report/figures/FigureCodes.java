package org.dongvon.report.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dongvon.document.ShippedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes of programmes and associations that a file of figures may name. */
@Repository
class FigureCodes {

    private static final String PROGRAMMES = """
            select code from programme.v_programme
            """;

    // Direct lending is no association.
    private static final String ASSOCIATIONS = """
            select code, bank_code from organisation.association where code <> 'NONE'
            """;

    private static final Map<String, String> ASSOCIATIONS_BY_NUMBER =
            Map.of("11", "HND", "12", "HPN", "13", "CCB", "14", "DTN");

    private final JdbcClient db;

    FigureCodes(JdbcClient db) {
        this.db = db;
    }

    /** Those that every folder has from its first start on: the programmes of the product and the four associations. */
    static Known shipped() {
        Map<String, String> associations = new HashMap<>();
        ASSOCIATIONS_BY_NUMBER.forEach((number, code) -> {
            associations.put(number, code);
            associations.put(code, code);
        });
        return new Known(new HashSet<>(ShippedFile.read("programmes").rows(row -> row.text("code"))), associations);
    }

    Known read() {
        Map<String, String> associations = new HashMap<>();
        db.sql(ASSOCIATIONS).query(row -> {
            associations.put(row.getString("code"), row.getString("code"));
            associations.put(row.getString("bank_code"), row.getString("code"));
        });
        return new Known(new HashSet<>(db.sql(PROGRAMMES).query(String.class).list()), associations);
    }

    /** Programmes by code; associations by code or the bank's number, such as 12, to their code. */
    record Known(Set<String> programmes, Map<String, String> associations) {}
}

package org.dongvon.household;

import java.text.Normalizer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds people by name, without regard to diacritics and to the order of the words, inside the scope of the transaction.
 *
 * <p>Example: {@code byName("an nguyen")} finds Nguyễn Văn An, and Nguyễn Thị Ánh.
 */
@Repository
public class SearchPeople {

    /** More people of one name than this are not looked at: the reader types more of it. */
    public static final int MOST = 5_000;

    private static final int LONGEST = 120;

    private static final String FIND = """
            select person_id from household.search_people(:typed, :most)
            """;

    private final JdbcClient db;

    SearchPeople(JdbcClient db) {
        this.db = db;
    }

    /** The people of a name, at most {@link #MOST}; none for a text without letters and digits. */
    public List<Long> byName(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return db.sql(FIND)
                .param("typed", name.substring(0, Math.min(name.length(), LONGEST)))
                .param("most", MOST)
                .query((row, n) -> row.getLong("person_id"))
                .list();
    }
}

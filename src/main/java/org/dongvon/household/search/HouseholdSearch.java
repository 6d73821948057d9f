package org.dongvon.household.search;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds households of the transaction's scope by words of their members' names, hamlet, code and point, without regard to
 * diacritics and to the order of the words.
 *
 * <p>Example: {@code find("phu lam man")} finds the household of Phan Thị Mận in thôn Phú Lâm.
 */
@Repository
class HouseholdSearch {

    /** More than this are not listed: the reader types more. */
    static final int MOST = 50;

    private static final int LONGEST = 120;

    // Where processing is restricted the list does not say who.
    private static final String FIND = """
            select h.code, h.hamlet, u.name as point, head.person_id,
                   case when p.restricted then null else p.full_name end as name,
                   (select count(*) from household.members_on(h.id, d.open_day)) as members
              from household.search_households(:typed, :most) f
              join household.household h on h.id = f.household_id
              join organisation.unit u on u.id = h.point_id
              join organisation.v_point d on d.id = h.point_id
              left join lateral (select m.person_id
                                   from household.members_on(h.id, d.open_day) m
                                  order by m.relation <> 'HEAD', m.person_id
                                  limit 1) head on true
              left join household.person p on p.id = head.person_id
             order by p.full_name collate public.vi nulls last, h.code
            """;

    private final JdbcClient db;

    HouseholdSearch(JdbcClient db) {
        this.db = db;
    }

    /** The households of some words, at most one more than {@link #MOST}; none for a text without letters and digits. */
    List<Found> find(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return db.sql(FIND)
                .param("typed", text.substring(0, Math.min(text.length(), LONGEST)))
                .param("most", MOST + 1)
                .query((row, n) -> new Found(
                        row.getString("code"),
                        row.getString("hamlet") + " · " + row.getString("point"),
                        row.getObject("person_id", Long.class),
                        row.getString("name"),
                        row.getInt("members")))
                .list();
    }

    /**
     * A household.
     *
     * @param head its head, or a member where there is none
     * @param name the head's; none where processing is restricted
     */
    record Found(
            String code,
            String place,
            @Nullable Long head,
            @Nullable String name,
            int members) {}
}

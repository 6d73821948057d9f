package org.dongvon.savings;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.group.GroupFacts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many members deposited less in the last full month than the convention says, among the facts of a group's page. */
@Component
class LeastOfGroup implements GroupFacts {

    private static final String BELOW = """
            select s.since, count(*) as members, count(*) filter (where d.amount < c.saving_least) as below
              from "group".credit_group g
              join organisation.point p on p.id = g.point_id
              join organisation.business_day b on b.office_id = p.office_id
              cross join lateral (
                   select date_trunc('month', b.day - interval '1 month')::date as since, date_trunc('month', b.day)::date as until) s
              cross join lateral (
                   select l.saving_least from savings.v_least l
                    where l.group_id = g.id and l.valid_from <= s.since
                    order by l.valid_from desc
                    limit 1) c
              join "group".member m on m.group_id = g.id and m.left_on is null and m.joined_on < s.since
              join savings.account a on a.member_id = m.id and a.closed_on is null
              cross join lateral (
                   select coalesce(sum(x.amount), 0) as amount from savings.v_deposited x
                    where x.account_id = a.id and x.value_date >= s.since and x.value_date < s.until) d
             where g.id = :group
             group by s.since
            """;

    private final JdbcClient db;
    private final Messages messages;

    LeastOfGroup(JdbcClient db, Messages messages) {
        this.db = db;
        this.messages = messages;
    }

    @Override
    public List<Fact> of(long groupId, String code) {
        return db.sql(BELOW)
                .param("group", groupId)
                .query((row, n) -> new Below(
                        row.getObject("since", LocalDate.class), row.getLong("members"), row.getLong("below")))
                .optional()
                .filter(each -> each.below() > 0)
                .map(each -> List.of(new Fact(
                        new Label(title(Language.VI, each), title(Language.EN, each)),
                        new Label(value(Language.VI, each), value(Language.EN, each)),
                        "/work-lists/below-least")))
                .orElse(List.of());
    }

    private String title(Language language, Below below) {
        return messages.text(
                language, "group-fact.below-least", Formats.in(language).month(below.since()));
    }

    private String value(Language language, Below below) {
        return messages.text(language, "group-fact.below-least.of", below.below(), below.members());
    }

    private record Below(LocalDate since, long members, long below) {}
}

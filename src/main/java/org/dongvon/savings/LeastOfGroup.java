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
            select x.since, count(*) as members, count(*) filter (where x.amount < x.saving_least) as below
              from "group".credit_group g
              join organisation.point p on p.id = g.point_id
              join organisation.business_day b on b.office_id = p.office_id
             cross join lateral savings.deposited_last_month(b.day) x
             where g.id = :group and x.group_id = g.id
             group by x.since
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

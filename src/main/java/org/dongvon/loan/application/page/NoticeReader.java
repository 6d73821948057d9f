package org.dongvon.loan.application.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads notices of approval (04/TD). */
@Repository
class NoticeReader {

    private static final String LINES = """
            select n.number || '-' || n.year as number, n.issued_on, n.pay_on, g.code as group_code, g.name as group_name,
                   g.hamlet, s.name_vi, s.name_en, u.name as point, o.name as office, pt.address, a.code, a.borrower_id,
                   p.full_name, p.restricted, a.programme_id, a.amount, a.step, l.code as loan, l.amount as approved,
                   l.term_months
              from loan.notice n
              join "group".credit_group g on g.id = n.group_id
              join organisation.association s on s.code = g.association
              join organisation.unit u on u.id = n.point_id
              join organisation.point pt on pt.id = n.point_id
              join organisation.unit o on o.id = pt.office_id
              join loan.notice_line w on w.notice_id = n.id
              join loan.application a on a.id = w.application_id
              join household.person p on p.id = a.borrower_id
              join loan.approval v on v.application_id = a.id
              join loan.loan l on l.id = v.loan_id
             where g.code = :group and n.number || '-' || n.year = :number and n.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             order by a.id
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final Transactions transactions;

    NoticeReader(JdbcClient db, Programmes programmes, Transactions transactions) {
        this.db = db;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    /**
     * A notice to a group by its number, such as {@code 3-2024}.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION}
     */
    Notice get(Actor actor, String group, String number) {
        return transactions.read(actor, () -> {
            var lines = db.sql(LINES)
                    .param("group", group)
                    .param("number", number)
                    .query((row, n) -> Map.entry(head(row), line(row)))
                    .list();
            if (lines.isEmpty()) {
                throw new Refused(ApplicationRefusal.UNKNOWN_APPLICATION);
            }
            return new Notice(
                    lines.getFirst().getKey(),
                    lines.stream().map(Map.Entry::getValue).toList(),
                    programmes.current().programmes().stream()
                            .collect(Collectors.toMap(Programme::id, Programme::name)));
        });
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("pay_on", LocalDate.class),
                new To(
                        row.getString("group_code"),
                        row.getString("group_name"),
                        row.getString("hamlet"),
                        new Label(row.getString("name_vi"), row.getString("name_en"))),
                new From(row.getString("office"), row.getString("point"), row.getString("address")));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getLong("borrower_id"),
                row.getBoolean("restricted") ? null : row.getString("full_name"),
                row.getInt("programme_id"),
                row.getString("loan"),
                new Money(
                        new Dong(row.getLong("amount")), new Dong(row.getLong("approved")), row.getInt("term_months")));
    }

    /** Number, days, to whom and from where. */
    record Head(String number, LocalDate issuedOn, LocalDate payOn, To to, From from) {}

    record To(String code, String name, String hamlet, Label association) {}

    record From(String office, String point, String address) {}

    /** What was asked for and approved, and for how many months. */
    record Money(Dong asked, Dong approved, int months) {}

    /** A borrower; without a name where processing is restricted. */
    record Line(String code, long borrowerId, @Nullable String name, int programmeId, String loan, Money money) {}

    /** A notice with the borrowers it names. */
    record Notice(Head head, List<Line> lines, Map<Integer, Label> names) implements ShowsPeople {

        public Dong total() {
            return Dong.sum(lines.stream().map(each -> each.money().approved()).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .filter(each -> each.name() != null)
                    .map(Line::borrowerId)
                    .toList();
        }
    }
}

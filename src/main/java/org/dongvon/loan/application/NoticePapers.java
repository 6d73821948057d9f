package org.dongvon.loan.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.Letterhead;
import org.dongvon.form.paper.ApprovalNotice;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The notices of approval on paper (04/TD), each with all whom it names. Runs inside the caller's transaction, in its scope.
 */
@Repository
public class NoticePapers {

    private static final String OF_APPLICATION = notices("""
            n.id = (select w2.notice_id
                      from loan.notice_line w2
                      join loan.application x on x.id = w2.application_id
                     where x.code = :code)""");

    private static final String OF_DAY = notices("n.point_id = :point and n.pay_on = :day");

    private static String notices(String which) {
        return """
            select n.id, n.number || '/' || n.year as number, n.issued_on, n.pay_on, g.code as group_code, g.name as group_name,
                   g.hamlet, coalesce(f.head, '') as head, f.head_id, s.name_vi as association, u.name as point, o.name as office,
                   pt.address, p.id as borrower_id, p.full_name, a.programme_id, a.purpose, coalesce(l.whole, l.amount) as amount, l.term_months
              from loan.notice n
              join loan.notice_line w on w.notice_id = n.id
              join loan.application a on a.id = w.application_id
              join loan.approval c on c.application_id = a.id
              join loan.loan l on l.id = c.loan_id
              join household.person p on p.id = a.borrower_id
              join "group".credit_group g on g.id = a.group_id
              join "group".v_group_file f on f.id = a.group_id
              join organisation.association s on s.code = a.association
              join organisation.unit u on u.id = n.point_id
              join organisation.point pt on pt.id = n.point_id
              join organisation.unit o on o.id = pt.office_id
             where %s
               and n.point_id <@ (select shared.scope())
             order by g.code, n.id, a.id
            """.formatted(which);
    }

    private final Programmes programmes;
    private final JdbcClient db;

    NoticePapers(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /** The notice that names an application; none before there is one. */
    public List<NoticePaper> ofApplication(String code) {
        return papers(db.sql(OF_APPLICATION)
                .param("code", code)
                .query((row, n) -> row(row))
                .list());
    }

    /** The notices whose money is paid out at a point on a day, by group. */
    public List<NoticePaper> ofDay(long pointId, LocalDate day) {
        return papers(db.sql(OF_DAY)
                .param("point", pointId)
                .param("day", day)
                .query((row, n) -> row(row))
                .list());
    }

    private List<NoticePaper> papers(List<Row> rows) {
        Map<Long, List<Row>> byNotice = new LinkedHashMap<>();
        for (var row : rows) {
            byNotice.computeIfAbsent(row.notice(), notice -> new ArrayList<>()).add(row);
        }
        return byNotice.values().stream().map(this::paper).toList();
    }

    private NoticePaper paper(List<Row> rows) {
        var first = rows.getFirst();
        var lines = new ArrayList<ApprovalNotice.Row>();
        var people = new ArrayList<Long>();
        if (first.head() != null) {
            people.add(first.head());
        }
        for (var row : rows) {
            people.add(row.borrower().id());
            lines.add(new ApprovalNotice.Row(
                    lines.size() + 1,
                    row.borrower().name(),
                    programmes
                            .current()
                            .programme(row.loan().programmeId())
                            .name()
                            .vi(),
                    row.loan().purpose(),
                    row.loan().amount(),
                    row.loan().months()));
        }
        return new NoticePaper(
                new ApprovalNotice(
                        first.letterhead(), first.group(), lines, first.group().point(), first.payment(), ""),
                people);
    }

    private static Row row(ResultSet row) throws SQLException {
        var point = row.getString("point");
        return new Row(
                row.getLong("id"),
                new Letterhead(
                        Letterhead.BANK,
                        row.getString("office"),
                        row.getString("number") + "/TB-NHCS",
                        point,
                        row.getObject("issued_on", LocalDate.class)),
                new GroupLine(
                        row.getString("group_code"),
                        row.getString("group_name"),
                        row.getString("hamlet"),
                        row.getString("head"),
                        row.getString("association"),
                        point),
                row.getObject("head_id", Long.class),
                new ApprovalNotice.Payment(
                        row.getObject("pay_on", LocalDate.class), point + ", " + row.getString("address")),
                new Borrower(row.getLong("borrower_id"), row.getString("full_name")),
                new Loan(
                        row.getInt("programme_id"),
                        row.getString("purpose"),
                        new Dong(row.getLong("amount")),
                        row.getInt("term_months")));
    }

    /**
     * A notice.
     *
     * @param people identifiers of all whom it names
     */
    public record NoticePaper(ApprovalNotice document, List<Long> people) {

        public NoticePaper {
            people = List.copyOf(people);
        }
    }

    private record Borrower(long id, String name) {}

    private record Loan(int programmeId, String purpose, Dong amount, int months) {}

    private record Row(
            long notice,
            Letterhead letterhead,
            GroupLine group,
            @Nullable Long head,
            ApprovalNotice.Payment payment,
            Borrower borrower,
            Loan loan) {}
}

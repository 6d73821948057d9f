package org.dongvon.loan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.form.paper.Applicant;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who writes about a loan, and through which group and office, as their papers name them. Runs inside the caller's transaction. */
@Repository
public class Borrowers {

    private static final String OF_LOAN = """
            select p.id, p.full_name, p.born_on, p.born_year_only, p.sex, p.identity_last4, h.hamlet, u.name as point,
                   o.name as office, g.code as group_code, g.name as group_name, g.hamlet as group_hamlet,
                   coalesce(f.head, '') as head, f.head_id, s.name_vi as association
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join household.household h on h.id = l.household_id
              join organisation.unit u on u.id = h.point_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.unit o on o.id = pt.office_id
              left join "group".credit_group g on g.id = l.group_id
              left join "group".v_group_file f on f.id = l.group_id
              left join organisation.association s on s.code = g.association
             where l.id = :loan and l.point_id <@ (select shared.scope())
            """;

    private final Messages messages;
    private final JdbcClient db;

    Borrowers(Messages messages, JdbcClient db) {
        this.messages = messages;
        this.db = db;
    }

    /** The borrower of a loan in scope, by the loan's identifier. */
    public Borrower of(long loan) {
        return db.sql(OF_LOAN)
                .param("loan", loan)
                .query((row, n) -> new Borrower(
                        applicant(row),
                        group(row),
                        row.getString("office"),
                        row.getString("point"),
                        Stream.of(row.getObject("id", Long.class), row.getObject("head_id", Long.class))
                                .flatMap(Stream::ofNullable)
                                .toList()))
                .single();
    }

    private Applicant applicant(ResultSet row) throws SQLException {
        var born = row.getObject("born_on", LocalDate.class);
        return new Applicant(
                row.getString("full_name"),
                row.getBoolean("born_year_only")
                        ? Integer.toString(born.getYear())
                        : Formats.in(Language.VI).date(born),
                messages.text(Language.VI, "person.sex." + row.getString("sex")),
                "",
                IdentityNumber.masked(row.getString("identity_last4")),
                "",
                row.getString("hamlet") + ", " + row.getString("point"),
                "");
    }

    private static @Nullable GroupLine group(ResultSet row) throws SQLException {
        var code = row.getString("group_code");
        return code == null
                ? null
                : new GroupLine(
                        code,
                        row.getString("group_name"),
                        row.getString("group_hamlet"),
                        row.getString("head"),
                        row.getString("association"),
                        row.getString("point"));
    }

    /**
     * A borrower.
     *
     * @param group none of a loan made directly
     * @param people identifiers of all whom the paper names
     */
    public record Borrower(
            Applicant applicant, @Nullable GroupLine group, String office, String point, List<Long> people) {}
}

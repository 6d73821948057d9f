package org.dongvon.supervision.usecheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.SupervisedGroups.SupervisedGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes sheets of checks and what followed them. */
@Repository
class UseSheets {

    // Those that nobody has looked at come first, the oldest of them on top.
    private static final String RUNNING = """
            select l.id, l.code, l.borrower_id, case when p.restricted then null else p.full_name end as full_name,
                   l.programme_vi, l.programme_en, l.amount, l.outstanding, l.disbursed_on, c.checked_on
              from loan.v_loan_card l
              join household.v_person p on p.id = l.borrower_id
              left join lateral (select max(c.checked_on) as checked_on
                                   from supervision.use_check c where c.loan_id = l.id) c on true
             where l.group_id = :group and l.stage = 'ACTIVE'
             order by c.checked_on is not null, l.disbursed_on, l.code
            """;

    private static final String WRITE_SHEET = """
            insert into supervision.use_sheet (point_id, group_id, association, checked_on, checkers, remarks, entered_on, submission)
            values (:point, :group, :association, :checked_on, :checkers, :remarks, :today, :key)
            returning id
            """;

    private static final String WRITE_LINES = """
            insert into supervision.use_check (sheet_id, loan_id, point_id, checked_on, disbursed, book_outstanding, outstanding,
                                               arrears, overdue_arrears, use, used_right, used_wrong, effective, cause, handling)
            select :sheet, n.loan_id, :point, :checked_on, n.disbursed, n.book, n.outstanding, n.arrears, n.overdue, n.use,
                   n.right_used, n.wrong_used, n.effective, n.cause, n.handling
              from unnest(cast(:loans as bigint[]), cast(:disbursed as bigint[]), cast(:book as bigint[]),
                          cast(:outstanding as bigint[]), cast(:arrears as bigint[]), cast(:overdue as bigint[]),
                          cast(:use as text[]), cast(:right as bigint[]), cast(:wrong as bigint[]),
                          cast(:effective as boolean[]), cast(:cause as text[]), cast(:handling as text[]))
                       as n (loan_id, disbursed, book, outstanding, arrears, overdue, use, right_used, wrong_used, effective, cause,
                             handling)
            """;

    private static final String OF_GROUP = """
            select s.id, s.checked_on, s.checkers, s.remarks, s.entered_on, count(*) as loans, sum(c.used_wrong)::bigint as wrong
              from supervision.use_sheet s
              join supervision.use_check c on c.sheet_id = s.id
             where s.group_id = :group
             group by s.id
             order by s.checked_on desc, s.id desc
             limit 100
            """;

    private static final String LINES = """
            select l.id, l.code, l.borrower_id, case when p.restricted then null else p.full_name end as full_name,
                   l.programme_vi, l.programme_en, c.disbursed, c.book_outstanding, c.outstanding, c.arrears, c.overdue_arrears,
                   c.use, c.used_right, c.used_wrong, c.effective, c.cause, c.handling, v.recalled_on, v.recalled,
                   v.overdue_after, v.settled_on
              from supervision.use_check c
              join supervision.v_use_check v on v.sheet_id = c.sheet_id and v.loan_id = c.loan_id
              join loan.v_loan_card l on l.id = c.loan_id
              join household.v_person p on p.id = l.borrower_id
             where c.sheet_id = :sheet
             order by l.code
            """;

    private static final String CHECKED = """
            select c.sheet_id, c.loan_id, l.code, c.point_id, c.used_wrong, l.outstanding, v.open_day,
                   exists (select from supervision.use_follow_up f
                            where f.sheet_id = c.sheet_id and f.loan_id = c.loan_id and f.step = 'SETTLED') as settled
              from supervision.use_check c
              join loan.v_loan_card l on l.id = c.loan_id
              join organisation.v_point v on v.id = c.point_id
             where c.sheet_id = :sheet and l.code = :loan and c.point_id <@ (select shared.scope())
               and not (select shared.narrowed())
            """;

    private static final String FOLLOW = """
            insert into supervision.use_follow_up (sheet_id, loan_id, point_id, step, happened_on, amount, overdue_after, note,
                                                   human, submission)
            values (:sheet, :loan, :point, :step, :today, :amount, :overdue_after, :note, :human, :key)
            on conflict (sheet_id, loan_id, step) do nothing
            """;

    private final JdbcClient db;

    UseSheets(JdbcClient db) {
        this.db = db;
    }

    /** The running loans of a group, those that nobody has checked first. */
    List<CheckedLoan> running(long groupId) {
        return db.sql(RUNNING)
                .param("group", groupId)
                .query((row, n) -> new CheckedLoan(
                        row.getLong("id"),
                        row.getString("code"),
                        borrower(row),
                        programme(row),
                        new Dong(row.getLong("amount")),
                        new Dong(row.getLong("outstanding")),
                        row.getObject("disbursed_on", LocalDate.class),
                        row.getObject("checked_on", LocalDate.class)))
                .list();
    }

    long write(UUID key, SupervisedGroup group, Sheet sheet, Map<String, CheckedLoan> loans) {
        long id = db.sql(WRITE_SHEET)
                .param("point", group.pointId())
                .param("group", group.id())
                .param("association", group.association())
                .param("checked_on", sheet.checkedOn())
                .param("checkers", sheet.checkers())
                .param("remarks", sheet.remarks())
                .param("today", group.openDay())
                .param("key", key)
                .query(Long.class)
                .single();
        var lines = sheet.lines();
        Function<Sheet.Line, CheckedLoan> loan = line -> Objects.requireNonNull(loans.get(line.loan()));
        db.sql(WRITE_LINES)
                .param("sheet", id)
                .param("point", group.pointId())
                .param("checked_on", sheet.checkedOn())
                .param("loans", amounts(lines, line -> loan.apply(line).id()))
                .param(
                        "disbursed",
                        amounts(lines, line -> loan.apply(line).amount().amount()))
                .param(
                        "book",
                        amounts(lines, line -> loan.apply(line).outstanding().amount()))
                .param(
                        "outstanding",
                        amounts(lines, line -> line.balance().outstanding().amount()))
                .param(
                        "arrears",
                        amounts(lines, line -> line.balance().arrears().amount()))
                .param(
                        "overdue",
                        amounts(lines, line -> line.balance().overdueArrears().amount()))
                .param("use", texts(lines, line -> line.use().purpose()))
                .param("right", amounts(lines, line -> line.use().right().amount()))
                .param("wrong", amounts(lines, line -> line.use().wrong().amount()))
                .param(
                        "effective",
                        lines.stream().map(line -> line.use().effective()).toArray(Boolean[]::new))
                .param("cause", texts(lines, line -> line.use().cause()))
                .param("handling", texts(lines, line -> line.handling().name()))
                .update();
        return id;
    }

    private static Long[] amounts(Collection<Sheet.Line> lines, Function<Sheet.Line, Long> amount) {
        return lines.stream().map(amount).toArray(Long[]::new);
    }

    private static String[] texts(Collection<Sheet.Line> lines, Function<Sheet.Line, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    /** The sheets of a group, the latest first. */
    List<SheetHead> sheets(long groupId) {
        return db.sql(OF_GROUP)
                .param("group", groupId)
                .query((row, n) -> new SheetHead(
                        row.getLong("id"),
                        row.getObject("checked_on", LocalDate.class),
                        row.getString("checkers"),
                        row.getString("remarks"),
                        row.getObject("entered_on", LocalDate.class),
                        row.getInt("loans"),
                        new Dong(row.getLong("wrong"))))
                .list();
    }

    /** The lines of a sheet. */
    List<SheetLine> lines(long sheetId) {
        return db.sql(LINES)
                .param("sheet", sheetId)
                .query((row, n) -> line(row))
                .list();
    }

    /**
     * A loan on a sheet, for following it up.
     *
     * @throws Refused {@link UseRefusal#UNKNOWN_USE_SHEET}
     */
    Checked checked(FollowWrongUse.OfLoan of) {
        return db.sql(CHECKED)
                .param("sheet", of.sheet())
                .param("loan", of.loan())
                .query((row, n) -> new Checked(
                        row.getLong("sheet_id"),
                        row.getLong("loan_id"),
                        row.getString("code"),
                        row.getLong("point_id"),
                        new Dong(row.getLong("used_wrong")),
                        new Dong(row.getLong("outstanding")),
                        row.getBoolean("settled"),
                        row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(UseRefusal.UNKNOWN_USE_SHEET));
    }

    /** Writes a step, unless it was written before. */
    boolean follow(Actor actor, UUID key, Checked checked, Followed step) {
        return db.sql(FOLLOW)
                        .param("sheet", checked.sheetId())
                        .param("loan", checked.loanId())
                        .param("point", checked.pointId())
                        .param("step", step.name())
                        .param("today", checked.openDay())
                        .param("amount", step.amount().amount())
                        .param("overdue_after", step.last())
                        .param("note", step.note())
                        .param("human", actor.personId())
                        .param("key", key)
                        .update()
                == 1;
    }

    private static Borrower borrower(ResultSet row) throws SQLException {
        return new Borrower(row.getLong("borrower_id"), row.getString("full_name"));
    }

    private static Label programme(ResultSet row) throws SQLException {
        return new Label(row.getString("programme_vi"), row.getString("programme_en"));
    }

    private static SheetLine line(ResultSet row) throws SQLException {
        return new SheetLine(
                row.getString("code"),
                borrower(row),
                programme(row),
                new Book(new Dong(row.getLong("disbursed")), new Dong(row.getLong("book_outstanding"))),
                new Sheet.Balance(
                        new Dong(row.getLong("outstanding")),
                        new Dong(row.getLong("arrears")),
                        new Dong(row.getLong("overdue_arrears"))),
                new Sheet.Use(
                        row.getString("use"),
                        new Dong(row.getLong("used_right")),
                        new Dong(row.getLong("used_wrong")),
                        row.getBoolean("effective"),
                        row.getString("cause")),
                Handling.valueOf(row.getString("handling")),
                new Follow(
                        row.getObject("recalled_on", LocalDate.class),
                        new Dong(row.getLong("recalled")),
                        row.getObject("overdue_after", LocalDate.class),
                        row.getObject("settled_on", LocalDate.class)));
    }

    /** Who borrowed; where processing is restricted the name is not said. */
    record Borrower(long id, @Nullable String name) {}

    /** A running loan, and when its use was checked last. */
    record CheckedLoan(
            long id,
            String code,
            Borrower borrower,
            Label programme,
            Dong amount,
            Dong outstanding,
            LocalDate disbursedOn,
            @Nullable LocalDate checkedOn) {}

    /** A sheet: what it says of all its loans. */
    record SheetHead(
            long id,
            LocalDate checkedOn,
            String checkers,
            String remarks,
            LocalDate enteredOn,
            int loans,
            Dong wrong) {}

    /** A loan on a sheet. */
    record SheetLine(
            String loan,
            Borrower borrower,
            Label programme,
            Book book,
            Sheet.Balance balance,
            Sheet.Use use,
            Handling handling,
            Follow follow) {}

    /** What the books said when the sheet was entered. */
    record Book(Dong disbursed, Dong outstanding) {}

    /** What followed; all empty where nothing did. */
    record Follow(
            @Nullable LocalDate recalledOn,
            Dong recalled,
            @Nullable LocalDate overdueAfter,
            @Nullable LocalDate settledOn) {}

    /** A loan on a sheet, for following it up. */
    record Checked(
            long sheetId,
            long loanId,
            String loan,
            long pointId,
            Dong wrong,
            Dong outstanding,
            boolean settled,
            LocalDate openDay) {}

    /** A step of what followed. */
    record Followed(String name, Dong amount, @Nullable LocalDate last, String note) {}
}

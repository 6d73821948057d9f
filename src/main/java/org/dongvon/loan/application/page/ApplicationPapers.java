package org.dongvon.loan.application.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.ScheduleTerms;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.Applicant;
import org.dongvon.form.paper.ApplicantList;
import org.dongvon.form.paper.ApprovalNotice;
import org.dongvon.form.paper.BankDecision;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.LoanApplication;
import org.dongvon.form.paper.LoanAsk;
import org.dongvon.form.paper.PlanItem;
import org.dongvon.form.paper.ReviewMinutes;
import org.dongvon.household.IdentityNumber;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.Step;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Prints the papers of an application: 01/TD of the household, 10C/TD of the meeting that voted on it, 03/TD of those sent
 * to the commune with it, 04/TD of the notice that names it. A borrower's name stands on them whatever lists may say.
 */
@Service
class ApplicationPapers {

    private static final String ITSELF = rows("select x.id from loan.application x where x.code = :code");

    private static final String OF_MEETING = rows("""
            select o.application_id from loan.vote o
             where o.meeting_id = (select max(k.meeting_id) from loan.vote k
                                     join loan.application x on x.id = k.application_id where x.code = :code)""");

    private static final String OF_LIST = rows("""
            select e.application_id
              from loan.application x
              join lateral (select k.submission from loan.application_event k
                             where k.application_id = x.id and k.move = 'SEND' order by k.id desc limit 1) sent on true
              join loan.application_event e on e.submission = sent.submission
              join loan.application y on y.id = e.application_id
             where x.code = :code and y.group_id = x.group_id and y.programme_id = x.programme_id""");

    private static final String OF_NOTICE = rows("""
            select w2.application_id from loan.notice_line w2
             where w2.notice_id = (select k.notice_id from loan.notice_line k
                                     join loan.application x on x.id = k.application_id where x.code = :code)""");

    private static String rows(String ids) {
        return """
            select a.code, a.borrower_id, p.full_name, p.born_on, p.sex, p.identity_last4, g.code as group_code,
                   g.name as group_name, g.hamlet, coalesce(f.head, '') as head, f.head_id, s.name_vi as association, u.name as point,
                   o.name as office, pt.address, coalesce(pt.session_day, 1) as session_day, a.programme_id, a.purpose,
                   a.amount, a.term_months, a.interval_months, a.written_on, a.step, l.amount as approved,
                   l.term_months as approved_months, l.interval_months as approved_interval, l.series_id, l.approved_on,
                   v.present, v.in_favour, v.against, m.members, m.held_on, n.number || '/' || n.year as notice, n.issued_on,
                   n.pay_on, d.day,
                   coalesce((select e.reason from loan.application_event e
                              where e.application_id = a.id and e.move in ('REFUSE', 'DECLINE')
                              order by e.id desc limit 1), '') as refused
              from loan.application a
              join household.person p on p.id = a.borrower_id
              join "group".credit_group g on g.id = a.group_id
              join "group".v_group_file f on f.id = a.group_id
              join organisation.association s on s.code = a.association
              join organisation.unit u on u.id = a.point_id
              join organisation.point pt on pt.id = a.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day d on d.office_id = pt.office_id
              left join loan.approval c on c.application_id = a.id
              left join loan.loan l on l.id = c.loan_id
              left join loan.notice_line w on w.application_id = a.id
              left join loan.notice n on n.id = w.notice_id
              left join lateral (select o.* from loan.vote o where o.application_id = a.id
                                  order by o.meeting_id desc limit 1) v on true
              left join loan.meeting m on m.id = v.meeting_id
             where a.id in (%s)
             order by a.id
            """.formatted(ids);
    }

    private final ApplicationReader reader;
    private final JdbcClient db;
    private final Programmes programmes;
    private final Forms forms;
    private final Messages messages;
    private final Transactions transactions;

    ApplicationPapers(
            ApplicationReader reader,
            JdbcClient db,
            Programmes programmes,
            Forms forms,
            Messages messages,
            Transactions transactions) {
        this.reader = reader;
        this.db = db;
        this.programmes = programmes;
        this.forms = forms;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * A paper of an application by the short name of its form.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION}; {@link FormRefusal#NOTHING_TO_PRINT} before there is
     *     anything to stand on it
     */
    Printed print(Actor actor, String code, String form) {
        var rows = transactions.read(actor, () -> {
            // Whether it is the reader's to see is asked where its page asks.
            if (reader.find(code).isEmpty()) {
                throw new Refused(ApplicationRefusal.UNKNOWN_APPLICATION);
            }
            return rows(sql(form, code), code);
        });
        if (rows.isEmpty()) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, code);
        }
        var paper = transactions.read(actor, () -> paper(form, rows));
        return new Printed(
                forms.print(paper),
                rows.stream().flatMap(row -> row.people().stream()).toList());
    }

    private static String sql(String form, String code) {
        return switch (form) {
            case "01-td" -> ITSELF;
            case "10c-td" -> OF_MEETING;
            case "03-td" -> OF_LIST;
            case "04-td" -> OF_NOTICE;
            default -> throw new Refused(FormRefusal.NOTHING_TO_PRINT, code);
        };
    }

    private FormDocument paper(String form, List<Row> rows) {
        return switch (form) {
            case "01-td" -> application(rows.getFirst());
            case "10c-td" -> minutes(rows);
            case "03-td" -> list(rows);
            default -> notice(rows);
        };
    }

    private LoanApplication application(Row row) {
        return new LoanApplication(
                Letterhead.ofCitizen(row.group().point(), row.asked().writtenOn()),
                name(row),
                row.office(),
                row.applicant(),
                row.group(),
                ask(row.asked()),
                decision(row));
    }

    private static LoanAsk ask(Asked asked) {
        return new LoanAsk(
                asked.amount(),
                asked.purpose(),
                asked.amount(),
                Dong.ZERO,
                List.of(new PlanItem(asked.purpose(), "", asked.amount())),
                terms(asked.amount(), asked.months(), asked.interval(), asked.writtenOn()));
    }

    /** The amounts of the instalments; their days are known when the money is paid out. */
    private static LoanAsk.Terms terms(Dong amount, int months, int interval, LocalDate day) {
        var plan = LoanSchedule.equalInstalments(new ScheduleTerms(
                amount, months, interval, day, new SessionDay(day.getDayOfMonth()), DueRule.ON_OR_BEFORE, 0));
        return new LoanAsk.Terms(
                months, interval, plan.getFirst().amount(), plan.getLast().amount(), null);
    }

    private @Nullable BankDecision decision(Row row) {
        var approved = row.approved();
        if (approved == null) {
            return null;
        }
        var rates = programmes.current().rates().series(approved.seriesId());
        return new BankDecision(
                approved.amount(),
                rates.rate(Part.IN_TERM, approved.on()),
                rates.rate(Part.OVERDUE, approved.on()),
                terms(approved.amount(), approved.months(), approved.interval(), approved.on()),
                row.place().sessionDay(),
                new BankDecision.Signers("", "", ""));
    }

    private ReviewMinutes minutes(List<Row> rows) {
        var first = rows.getFirst();
        var vote = first.vote();
        if (vote == null) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, first.code());
        }
        var votes = new ArrayList<ReviewMinutes.Row>();
        for (var row : rows) {
            var own = row.vote();
            if (own != null) {
                votes.add(new ReviewMinutes.Row(
                        votes.size() + 1,
                        row.applicant().name(),
                        name(row),
                        row.asked().purpose(),
                        row.asked().amount(),
                        row.asked().months(),
                        new ReviewMinutes.Votes(own.inFavour(), own.against()),
                        row.step() != Step.REJECTED));
            }
        }
        return new ReviewMinutes(
                Letterhead.ofCitizen(first.group().point(), vote.heldOn()),
                first.group(),
                new ReviewMinutes.Meeting(vote.heldOn(), "", first.group().hamlet(), vote.members(), vote.present()),
                new ReviewMinutes.People(List.of(), List.of(), List.of()),
                votes,
                null,
                new ReviewMinutes.Signers("", first.group().head(), "", ""));
    }

    private ApplicantList list(List<Row> rows) {
        var first = rows.getFirst();
        var lines = new ArrayList<ApplicantList.Row>();
        for (var row : rows) {
            lines.add(new ApplicantList.Row(
                    lines.size() + 1,
                    row.applicant().name(),
                    name(row),
                    row.asked().amount(),
                    row.asked().purpose(),
                    row.asked().months(),
                    approval(row)));
        }
        return new ApplicantList(
                Letterhead.ofCitizen(first.group().point(), first.place().day()),
                name(first),
                first.group(),
                lines,
                first.group().point(),
                "");
    }

    private static ApplicantList.Approval approval(Row row) {
        var approved = row.approved();
        return approved == null
                ? new ApplicantList.Approval(Dong.ZERO, 0, row.refused())
                : new ApplicantList.Approval(approved.amount(), approved.months(), "");
    }

    private ApprovalNotice notice(List<Row> rows) {
        var first = rows.getFirst();
        var notice = first.notice();
        if (notice == null) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, first.code());
        }
        var lines = new ArrayList<ApprovalNotice.Row>();
        for (var row : rows) {
            var approved = row.approved();
            if (approved != null) {
                lines.add(new ApprovalNotice.Row(
                        lines.size() + 1,
                        row.applicant().name(),
                        name(row),
                        row.asked().purpose(),
                        approved.amount(),
                        approved.months()));
            }
        }
        return new ApprovalNotice(
                new Letterhead(
                        Letterhead.BANK,
                        first.office(),
                        notice.number() + "/TB-NHCS",
                        first.group().point(),
                        notice.issuedOn()),
                first.group(),
                lines,
                first.group().point(),
                new ApprovalNotice.Payment(
                        notice.payOn(),
                        first.group().point() + ", " + first.place().address()),
                "");
    }

    private String name(Row row) {
        return programmes.current().programme(row.programmeId()).name().vi();
    }

    private List<Row> rows(String sql, String code) {
        return db.sql(sql).param("code", code).query((row, n) -> row(row)).list();
    }

    private Row row(ResultSet row) throws SQLException {
        var approved = row.getObject("approved", Long.class);
        var present = row.getObject("present", Integer.class);
        var notice = row.getString("notice");
        var born = row.getObject("born_on", LocalDate.class);
        return new Row(
                row.getString("code"),
                Stream.of(row.getObject("borrower_id", Long.class), row.getObject("head_id", Long.class))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                new Applicant(
                        row.getString("full_name"),
                        Formats.in(Language.VI).date(born),
                        messages.text(Language.VI, "person.sex." + row.getString("sex")),
                        "",
                        IdentityNumber.masked(row.getString("identity_last4")),
                        "",
                        row.getString("hamlet") + ", " + row.getString("point"),
                        ""),
                new GroupLine(
                        row.getString("group_code"),
                        row.getString("group_name"),
                        row.getString("hamlet"),
                        row.getString("head"),
                        row.getString("association"),
                        row.getString("point")),
                row.getString("office"),
                new Place(row.getString("address"), row.getInt("session_day"), row.getObject("day", LocalDate.class)),
                row.getInt("programme_id"),
                new Asked(
                        row.getString("purpose"),
                        new Dong(row.getLong("amount")),
                        row.getInt("term_months"),
                        row.getInt("interval_months"),
                        row.getObject("written_on", LocalDate.class)),
                Step.valueOf(row.getString("step")),
                approved == null
                        ? null
                        : new Approved(
                                new Dong(approved),
                                row.getInt("approved_months"),
                                row.getInt("approved_interval"),
                                row.getInt("series_id"),
                                row.getObject("approved_on", LocalDate.class)),
                present == null
                        ? null
                        : new Vote(
                                row.getObject("held_on", LocalDate.class),
                                row.getInt("members"),
                                present,
                                row.getInt("in_favour"),
                                row.getInt("against")),
                notice == null
                        ? null
                        : new Notice(
                                notice,
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("pay_on", LocalDate.class)),
                row.getString("refused"));
    }

    private record Asked(String purpose, Dong amount, int months, int interval, LocalDate writtenOn) {}

    private record Place(String address, int sessionDay, LocalDate day) {}

    private record Approved(Dong amount, int months, int interval, int seriesId, LocalDate on) {}

    private record Vote(LocalDate heldOn, int members, int present, int inFavour, int against) {}

    private record Notice(String number, LocalDate issuedOn, LocalDate payOn) {}

    private record Row(
            String code,
            List<Long> people,
            Applicant applicant,
            GroupLine group,
            String office,
            Place place,
            int programmeId,
            Asked asked,
            Step step,
            @Nullable Approved approved,
            @Nullable Vote vote,
            @Nullable Notice notice,
            String refused) {}

    /** The file, with whom it names. */
    record Printed(PrintedForm file, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }
    }

    /** The forms that an application may be printed on, by where it is. */
    static List<FormCode> formsOf(ApplicationReader.One one) {
        var forms = new ArrayList<FormCode>();
        forms.add(FormCode.APPLICATION);
        if (one.vote() != null) {
            forms.add(FormCode.REVIEW_MINUTES);
        }
        if (one.sent()) {
            forms.add(FormCode.APPLICANT_LIST);
        }
        if (one.row().became().notice() != null) {
            forms.add(FormCode.APPROVAL_NOTICE);
        }
        return forms;
    }
}

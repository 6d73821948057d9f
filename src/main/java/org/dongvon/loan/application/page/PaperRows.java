package org.dongvon.loan.application.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.paper.Applicant;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.JobLoanApplication;
import org.dongvon.household.IdentityNumber;
import org.dongvon.loan.application.JobPlan;
import org.dongvon.loan.application.Plan;
import org.dongvon.loan.application.PlanFiles;
import org.dongvon.loan.application.Step;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands on the papers of applications. */
@Repository
class PaperRows {

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

    private static String rows(String ids) {
        return """
            select a.code, a.borrower_id, p.full_name, p.born_on, p.sex, p.identity_last4,
                   coalesce(g.code, '') as group_code, coalesce(g.name, '') as group_name, coalesce(g.hamlet, h.hamlet) as hamlet, coalesce(f.head, '') as head, f.head_id, s.name_vi as association, u.name as point,
                   o.name as office, coalesce(pt.session_day, 1) as session_day, a.programme_id, a.purpose,
                   a.amount, a.term_months, a.interval_months, a.written_on, a.step, coalesce(l.whole, l.amount) as approved,
                   l.term_months as approved_months, l.interval_months as approved_interval, l.series_id, l.approved_on,
                   v.present, v.in_favour, v.against, m.members, m.held_on, d.day,
                   coalesce((select e.reason from loan.application_event e
                              where e.application_id = a.id and e.move in ('REFUSE', 'DECLINE')
                              order by e.id desc limit 1), '') as refused
              from loan.application a
              join household.person p on p.id = a.borrower_id
              join household.household h on h.id = a.household_id
              join organisation.unit u on u.id = h.point_id
              left join "group".credit_group g on g.id = a.group_id
              left join "group".v_group_file f on f.id = a.group_id
              join organisation.association s on s.code = a.association
              join organisation.point pt on pt.id = a.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day d on d.office_id = pt.office_id
              left join loan.approval c on c.application_id = a.id
              left join loan.loan l on l.id = c.loan_id
              left join lateral (select o.* from loan.vote o where o.application_id = a.id
                                  order by o.meeting_id desc limit 1) v on true
              left join loan.meeting m on m.id = v.meeting_id
             where a.id in (%s)
             order by a.id
            """.formatted(ids);
    }

    /** The papers that tell of jobs: 01/GQVL, 05b/GQVL and 07b/GQVL. */
    private static final Set<String> OF_JOBS =
            Set.of(FormCode.JOB_APPLICATION.slug(), FormCode.JOB_APPRAISAL.slug(), FormCode.CREDIT_CONTRACT.slug());

    private final JdbcClient db;
    private final PlanFiles plans;
    private final Messages messages;

    PaperRows(JdbcClient db, PlanFiles plans, Messages messages) {
        this.db = db;
        this.plans = plans;
        this.messages = messages;
    }

    /** What a form names: the application itself, or all that stand on the paper with it. */
    List<Row> rows(String form, String code) {
        return db.sql(sql(form, code))
                .param("code", code)
                .query((row, n) -> row(row, OF_JOBS.contains(form) ? jobs(code) : null))
                .list();
    }

    private @Nullable JobPart jobs(String code) {
        var plan = plans.of(code);
        var jobs = plan.jobs();
        if (jobs == null) {
            return null;
        }
        var priorities = Stream.of(JobPlan.Priority.values())
                .map(each -> new JobLoanApplication.Priority(
                        messages.text(Language.VI, "job.priority." + each),
                        jobs.priorities().contains(each)))
                .toList();
        return new JobPart(
                new JobLoanApplication.Project(jobs.place(), priorities, jobs.income(), jobs.cost()),
                new JobLoanApplication.Jobs(
                        jobs.jobs().created(),
                        jobs.jobs().kept(),
                        jobs.jobs().expanded(),
                        jobs.jobs().women(),
                        jobs.labour().family(),
                        jobs.labour().hired()),
                plan.need());
    }

    private static String sql(String form, String code) {
        return switch (form) {
            case "01-td", "01-gqvl", "01-sxkd", "05b-gqvl", "07b-gqvl" -> ITSELF;
            case "10c-td" -> OF_MEETING;
            case "03-td" -> OF_LIST;
            default -> throw new Refused(FormRefusal.NOTHING_TO_PRINT, code);
        };
    }

    private Row row(ResultSet row, @Nullable JobPart jobs) throws SQLException {
        return new Row(
                row.getString("code"),
                Stream.of(row.getObject("borrower_id", Long.class), row.getObject("head_id", Long.class))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                applicant(row),
                group(row),
                row.getString("office"),
                new Place(row.getInt("session_day"), row.getObject("day", LocalDate.class)),
                row.getInt("programme_id"),
                new Asked(
                        row.getString("purpose"),
                        new Dong(row.getLong("amount")),
                        row.getInt("term_months"),
                        row.getInt("interval_months"),
                        row.getObject("written_on", LocalDate.class)),
                Step.valueOf(row.getString("step")),
                approved(row),
                vote(row),
                row.getString("refused"),
                jobs);
    }

    private Applicant applicant(ResultSet row) throws SQLException {
        return new Applicant(
                row.getString("full_name"),
                Formats.in(Language.VI).date(row.getObject("born_on", LocalDate.class)),
                messages.text(Language.VI, "person.sex." + row.getString("sex")),
                "",
                IdentityNumber.masked(row.getString("identity_last4")),
                "",
                row.getString("hamlet") + ", " + row.getString("point"),
                "");
    }

    private static GroupLine group(ResultSet row) throws SQLException {
        return new GroupLine(
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("hamlet"),
                row.getString("head"),
                row.getString("association"),
                row.getString("point"));
    }

    private static @Nullable Approved approved(ResultSet row) throws SQLException {
        var amount = row.getObject("approved", Long.class);
        return amount == null
                ? null
                : new Approved(
                        new Dong(amount),
                        row.getInt("approved_months"),
                        row.getInt("approved_interval"),
                        row.getInt("series_id"),
                        row.getObject("approved_on", LocalDate.class));
    }

    private static @Nullable Vote vote(ResultSet row) throws SQLException {
        var present = row.getObject("present", Integer.class);
        return present == null
                ? null
                : new Vote(
                        row.getObject("held_on", LocalDate.class),
                        row.getInt("members"),
                        present,
                        row.getInt("in_favour"),
                        row.getInt("against"));
    }

    record Asked(String purpose, Dong amount, int months, int interval, LocalDate writtenOn) {}

    record Place(int sessionDay, LocalDate day) {}

    record Approved(Dong amount, int months, int interval, int seriesId, LocalDate on) {}

    record Vote(LocalDate heldOn, int members, int present, int inFavour, int against) {}

    record Row(
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
            String refused,
            @Nullable JobPart jobs) {}

    /** What only 01/GQVL asks. */
    record JobPart(JobLoanApplication.Project project, JobLoanApplication.Jobs jobs, Plan.@Nullable Need need) {}
}

package org.dongvon.loan.application.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.ScheduleTerms;
import org.dongvon.form.FilledForm;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PeoplesForm;
import org.dongvon.form.paper.ApplicantList;
import org.dongvon.form.paper.AreaLoanApplication;
import org.dongvon.form.paper.BankDecision;
import org.dongvon.form.paper.CreditContract;
import org.dongvon.form.paper.JobAppraisal;
import org.dongvon.form.paper.JobLoanApplication;
import org.dongvon.form.paper.LoanApplication;
import org.dongvon.form.paper.LoanAsk;
import org.dongvon.form.paper.PlanItem;
import org.dongvon.form.paper.ReviewMinutes;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.NoticePapers;
import org.dongvon.loan.application.Plan;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.page.PaperRows.Asked;
import org.dongvon.loan.application.page.PaperRows.Row;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Prints the papers of an application: 01/TD, 01/GQVL or 01/SXKD of the household, 05b/GQVL and, of what was approved directly, 07b/GQVL of a job loan, 10C/TD of the meeting that voted on it, 03/TD of those sent
 * to the commune with it, 04/TD of the notice that names it. A borrower's name stands on them whatever lists may say.
 */
@Service
class ApplicationPapers {

    private final ApplicationReader reader;
    private final PaperRows papers;
    private final NoticePapers notices;
    private final Programmes programmes;
    private final Forms forms;
    private final Transactions transactions;

    ApplicationPapers(
            ApplicationReader reader,
            PaperRows papers,
            NoticePapers notices,
            Programmes programmes,
            Forms forms,
            Transactions transactions) {
        this.reader = reader;
        this.papers = papers;
        this.notices = notices;
        this.programmes = programmes;
        this.forms = forms;
        this.transactions = transactions;
    }

    /**
     * A paper of an application by the short name of its form.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION}; {@link FormRefusal#NOTHING_TO_PRINT} before there is
     *     anything to stand on it
     */
    PeoplesForm print(Actor actor, String code, String form) {
        var filled = transactions.read(actor, () -> {
            // Whether it is the reader's to see is asked where its page asks.
            if (reader.find(code).isEmpty()) {
                throw new Refused(ApplicationRefusal.UNKNOWN_APPLICATION);
            }
            return form.equals(FormCode.APPROVAL_NOTICE.slug()) ? notice(code) : paper(code, form);
        });
        return forms.print(filled, Purpose.LOANS);
    }

    private FilledForm notice(String code) {
        var notice = notices.ofApplication(code).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(FormRefusal.NOTHING_TO_PRINT, code));
        return new FilledForm(notice.document(), notice.people());
    }

    private FilledForm paper(String code, String form) {
        var rows = papers.rows(form, code);
        if (rows.isEmpty()) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, code);
        }
        return new FilledForm(
                paper(form, rows),
                rows.stream().flatMap(row -> row.people().stream()).toList());
    }

    private FormDocument paper(String form, List<Row> rows) {
        return switch (form) {
            case "01-td" -> application(rows.getFirst());
            case "01-gqvl" -> jobApplication(rows.getFirst());
            case "01-sxkd" -> areaApplication(rows.getFirst());
            case "05b-gqvl" -> appraisal(rows.getFirst());
            case "07b-gqvl" -> creditContract(rows.getFirst());
            case "10c-td" -> minutes(rows);
            default -> list(rows);
        };
    }

    private LoanApplication application(Row row) {
        return new LoanApplication(
                Letterhead.ofCitizen(row.group().point(), row.asked().writtenOn()),
                name(row),
                row.office(),
                row.applicant(),
                row.group(),
                ask(row.asked(), null),
                decision(row));
    }

    private JobLoanApplication jobApplication(Row row) {
        var jobs = row.jobs();
        if (jobs == null) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, row.code());
        }
        return new JobLoanApplication(
                Letterhead.ofCitizen(row.group().point(), row.asked().writtenOn()),
                row.office(),
                row.applicant(),
                row.group(),
                ask(row.asked(), jobs.need()),
                jobs.project(),
                jobs.jobs(),
                decision(row));
    }

    /** Where the project is in the household's own hamlet. */
    private AreaLoanApplication areaApplication(Row row) {
        return new AreaLoanApplication(
                Letterhead.ofCitizen(row.group().point(), row.asked().writtenOn()),
                row.office(),
                row.applicant(),
                row.group(),
                ask(row.asked(), null),
                new AreaLoanApplication.Project(
                        row.asked().purpose(),
                        row.applicant().address(),
                        row.group().point()),
                decision(row));
    }

    private JobAppraisal appraisal(Row row) {
        return new JobAppraisal(
                Letterhead.ofOffice(
                        row.office(), row.group().point(), row.place().day()),
                row.code(),
                jobApplication(row),
                decision(row));
    }

    private CreditContract creditContract(Row row) {
        var jobs = row.jobs();
        var decision = decision(row);
        var approved = row.approved();
        if (jobs == null || decision == null || approved == null) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, row.code());
        }
        return new CreditContract(
                Letterhead.ofOffice(row.office(), "", approved.on()),
                row.code(),
                row.applicant(),
                row.asked().purpose(),
                jobs.project().place(),
                decision);
    }

    private static LoanAsk ask(Asked asked, Plan.@Nullable Need need) {
        return new LoanAsk(
                asked.amount(),
                asked.purpose(),
                need == null ? asked.amount() : need.whole(),
                need == null ? Dong.ZERO : need.own(),
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

    private String name(Row row) {
        return programmes.current().programme(row.programmeId()).name().vi();
    }
}

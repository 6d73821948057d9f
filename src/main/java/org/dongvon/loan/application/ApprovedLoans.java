package org.dongvon.loan.application;

import java.util.List;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The loans that approved applications become, and their end when they are not taken. */
@Repository
class ApprovedLoans {

    private static final String LINK = """
            insert into loan.approval (application_id, loan_id, point_id, change_id, submission)
            values (:application, :loan, :point, :change, :key)
            """;

    private static final String CANCEL = """
            update loan.loan l
               set stage = 'CANCELLED', closed_on = d.day
              from loan.approval v
              join organisation.point pt on pt.id = v.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where l.id = v.loan_id and v.application_id = any (:applications) and l.stage = 'APPROVED'
            """;

    // What is approved and not taken yet is promised: it is not free for another loan.
    private static final String SOURCES = """
            select a.id, c.code, c.owner, (a.granted - a.lent - p.promised)::bigint as free
              from capital.allotment a
              join capital.contract c on c.id = a.contract_id
              cross join lateral (
                   select coalesce(sum(case l.stage when 'APPROVED' then l.amount else l.undrawn end), 0) as promised
                     from loan.loan l
                    where l.allotment_id = a.id and (l.stage = 'APPROVED' or l.undrawn > 0 and l.stage = 'ACTIVE')) p
             where a.office_id = :office
             order by c.signed_on desc, c.code
            """;

    // Two decisions never promise the same đồng: each holds the allotment until it has promised.
    private static final String LOCK_ALLOTMENT = """
            select a.id
              from capital.allotment a
              join capital.contract c on c.id = a.contract_id
             where c.code = :contract and a.office_id = :office
               for no key update of a
            """;

    private final ApproveLoans approve;
    private final Programmes programmes;
    private final JdbcClient db;

    ApprovedLoans(ApproveLoans approve, Programmes programmes, JdbcClient db) {
        this.approve = approve;
        this.programmes = programmes;
        this.db = db;
    }

    /** Makes the loan of an approved application. */
    void make(Application application, ApprovedTerms terms, long changeId, UUID key) {
        var reference = programmes.current();
        var programme = reference.programme(application.programmeId());
        var series = reference.rates().seriesFor(programme.code(), terms.borrowers(), application.openDay());
        var code = application.code().replace("-HS", "-V");
        var source = held(application, terms);
        var who = application.who();
        var loan = new ApproveLoans.NewLoan(
                code,
                new ApproveLoans.Borrower(who.householdId(), who.borrowerId(), who.groupId(), who.memberId()),
                programme.id(),
                series.id(),
                source.allotmentId(),
                terms.amount(),
                new ApproveLoans.Terms(terms.months(), terms.interval(), terms.grace(), 0),
                terms.jobs());
        long id = approve.run(application.place().pointId(), application.openDay(), List.of(loan))
                .getFirst();
        db.sql(LINK)
                .param("application", application.id())
                .param("loan", id)
                .param("point", application.place().pointId())
                .param("change", changeId)
                .param("key", key)
                .update();
    }

    private SourceOfMoney held(Application application, ApprovedTerms terms) {
        db.sql(LOCK_ALLOTMENT)
                .param("contract", terms.contract())
                .param("office", application.place().officeId())
                .query(Long.class)
                .optional();
        var source = source(application, terms.contract());
        if (terms.amount().compareTo(source.free()) > 0) {
            throw new Refused(CapitalRefusal.ALLOTMENT_EXHAUSTED, terms.amount(), source.free());
        }
        return source;
    }

    /** Ends the loans of these applications, none of which was paid out. */
    void cancel(List<Application> applications) {
        int cancelled = db.sql(CANCEL)
                .param(
                        "applications",
                        applications.stream().map(Application::id).toArray(Long[]::new))
                .update();
        if (cancelled != applications.size()) {
            throw new Refused(
                    ApplicationRefusal.APPLICATION_ELSEWHERE,
                    applications.getFirst().code());
        }
    }

    /** What the office of an application may lend out of. */
    List<SourceOfMoney> sources(Application application) {
        return db.sql(SOURCES)
                .param("office", application.place().officeId())
                .query((row, n) -> new SourceOfMoney(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("owner"),
                        new Dong(row.getLong("free"))))
                .list();
    }

    /**
     * The allotment of a contract to the application's office.
     *
     * @throws Refused {@link ApplicationRefusal#ALLOTMENT_NOT_OF_OFFICE}
     */
    SourceOfMoney source(Application application, String contract) {
        return sources(application).stream()
                .filter(each -> each.contract().equals(contract))
                .findFirst()
                .orElseThrow(() -> new Refused(ApplicationRefusal.ALLOTMENT_NOT_OF_OFFICE, contract));
    }
}

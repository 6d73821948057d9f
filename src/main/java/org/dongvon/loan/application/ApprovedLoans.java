package org.dongvon.loan.application;

import java.util.List;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.organisation.Units;
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

    // What is approved and not taken yet is promised: it is not free for another loan. The contract says under which
    // programmes and where its money is lent, and which money is lent first.
    private static final String SOURCES = """
            select a.id, c.code, c.owner, (a.granted - a.lent - p.promised)::bigint as free, t.cap, t.series_id,
                   cardinality(t.programmes) = 0 or :programme = any (t.programmes) as of_programme,
                   t.area_id is null or exists (select from organisation.points_under(t.area_id, :day) as below (id)
                                                 where below.id = :point) as of_area
              from capital.allotment a
              join capital.contract c on c.id = a.contract_id
              join capital.v_term t on t.contract_id = c.id
              cross join lateral (
                   select coalesce(sum(case l.stage when 'APPROVED' then l.amount else l.undrawn end), 0) as promised
                     from loan.loan l
                    where l.allotment_id = a.id and (l.stage = 'APPROVED' or l.undrawn > 0 and l.stage = 'ACTIVE')) p
             where a.office_id = :office
             order by t.priority, c.signed_on desc, c.code
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
    private final Units units;
    private final JdbcClient db;

    ApprovedLoans(ApproveLoans approve, Programmes programmes, Units units, JdbcClient db) {
        this.approve = approve;
        this.programmes = programmes;
        this.units = units;
        this.db = db;
    }

    /** Makes the loan of an approved application. */
    void make(Application application, ApprovedTerms terms, long changeId, UUID key) {
        var reference = programmes.current();
        var programme = reference.programme(application.programmeId());
        var usual = reference.rates().seriesFor(programme.code(), terms.borrowers(), application.openDay());
        var code = application.code().replace("-HS", "-V");
        var source = held(application, terms);
        var ownSeries = source.use().seriesId();
        var who = application.who();
        var loan = new ApproveLoans.NewLoan(
                code,
                new ApproveLoans.Borrower(who.householdId(), who.borrowerId(), who.groupId(), who.memberId()),
                programme.id(),
                ownSeries == null ? usual.id() : ownSeries,
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
        return usable(application, terms);
    }

    /**
     * The money that the terms name, if its contract allows this loan and has enough.
     *
     * @throws Refused {@link ApplicationRefusal#ALLOTMENT_NOT_OF_OFFICE}, {@link CapitalRefusal#PROGRAMME_NOT_ALLOWED},
     *     {@link CapitalRefusal#AREA_NOT_ALLOWED}, {@link CapitalRefusal#ABOVE_CAP_OF_CONTRACT}, {@link
     *     CapitalRefusal#ALLOTMENT_EXHAUSTED}
     */
    SourceOfMoney usable(Application application, ApprovedTerms terms) {
        var source = source(application, terms.contract());
        var use = source.use();
        if (!use.ofProgramme()) {
            var programme = programmes.current().programme(application.programmeId());
            throw new Refused(CapitalRefusal.PROGRAMME_NOT_ALLOWED, programme.code(), source.contract());
        }
        if (!use.ofArea()) {
            var point = units.point(application.place().pointId());
            throw new Refused(CapitalRefusal.AREA_NOT_ALLOWED, point.name(), source.contract());
        }
        var cap = use.cap();
        if (cap != null && terms.amount().isMoreThan(cap)) {
            throw new Refused(CapitalRefusal.ABOVE_CAP_OF_CONTRACT, terms.amount(), cap);
        }
        if (terms.amount().isMoreThan(source.free())) {
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

    /** What the office of an application may lend out of, in the order in which it is to be lent. */
    List<SourceOfMoney> sources(Application application) {
        return db.sql(SOURCES)
                .param("office", application.place().officeId())
                .param("point", application.place().pointId())
                .param("programme", (short) application.programmeId())
                .param("day", application.openDay())
                .query((row, n) -> new SourceOfMoney(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("owner"),
                        new Dong(row.getLong("free")),
                        new SourceOfMoney.Use(
                                row.getBoolean("of_programme"),
                                row.getBoolean("of_area"),
                                row.getObject("cap") == null ? null : new Dong(row.getLong("cap")),
                                row.getObject("series_id") == null ? null : row.getInt("series_id"))))
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

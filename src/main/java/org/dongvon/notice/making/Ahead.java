package org.dongvon.notice.making;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Repayments;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.making.Recipients.Recipient;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of what comes: sessions with what is to be paid there, instalments, sessions that are moved, term deposits. */
@Repository
class Ahead {

    private static final String LOANS = """
            select l.id, l.borrower_id as person_id, c.programme_vi, c.programme_en
              from loan.v_running l
              join loan.v_loan_card c on c.id = l.id
             where l.borrower_id = any (:people) and l.point_id <@ (select shared.scope())
            """;

    private static final String SAVINGS = """
            select m.person_id, sum(m.monthly_saving)::bigint as saving
              from "group".v_member m
              join savings.v_account a on a.member_id = m.id and a.closed_on is null
             where m.person_id = any (:people) and m.left_on is null
             group by m.person_id
            """;

    // What was repaid in all covers the instalments in their order.
    private static final String DUE_BY = """
            with plan as (
                select i.loan_id, i.due_on, sum(i.amount) over (partition by i.loan_id order by i.seq) as through
                  from loan.v_instalment i
                 where i.loan_id = any (:loans)),
            day as (
                select d.loan_id, d.day
                  from unnest(cast(:loans as bigint[]), cast(:days as date[])) as d (loan_id, day))
            select p.loan_id, (max(p.through) - max(l.amount - l.outstanding))::bigint as due
              from plan p
              join day d on d.loan_id = p.loan_id and p.due_on <= d.day
              join loan.v_loan_card l on l.id = p.loan_id
             group by p.loan_id
            having max(p.through) > max(l.amount - l.outstanding)
            """;

    private static final String INSTALMENTS = """
            with plan as (
                select i.loan_id, i.seq, i.due_on, i.amount, sum(i.amount) over (partition by i.loan_id order by i.seq) as through
                  from loan.v_instalment i
                 where i.loan_id = any (:loans))
            select p.loan_id, p.seq, p.due_on, least(p.amount, p.through - (l.amount - l.outstanding))::bigint as due
              from plan p
              join loan.v_loan_card l on l.id = p.loan_id
             where p.due_on > :after and p.due_on <= :until and p.through > l.amount - l.outstanding
            """;

    private static final String MOVED = """
            select c.point_id, c.nominal, c.actual
              from organisation.session_date_change c
              join organisation.v_point p on p.id = c.point_id
             where p.office_id = :office and c.nominal >= :day and c.actual >= :day
            """;

    private static final String MATURING = """
            select d.id, d.person_id, d.balance, d.matures_on
              from savings.v_term_deposit d
             where d.person_id = any (:people) and d.matures_on > :day and d.matures_on <= :until
            """;

    private final Units units;
    private final SessionCalendar calendar;
    private final Repayments repayments;
    private final JdbcClient db;

    Ahead(Units units, SessionCalendar calendar, Repayments repayments, JdbcClient db) {
        this.units = units;
        this.calendar = calendar;
        this.repayments = repayments;
        this.db = db;
    }

    /** The running loans of people. */
    List<Loan> loans(Map<Long, Recipient> people) {
        return db.sql(LOANS)
                .param("people", people.keySet().toArray(Long[]::new))
                .query((row, n) -> new Loan(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        new Label(row.getString("programme_vi"), row.getString("programme_en"))))
                .list();
    }

    /** Who has something to pay at the sessions of the next days. */
    List<Draft> sessions(long office, LocalDate day, int daysAhead, People people) {
        Map<Long, Session> sessions = new HashMap<>();
        for (int i = daysAhead; i > 0; i--) {
            var held = day.plusDays(i);
            calendar.sessionsOn(office, held).forEach(point -> sessions.put(point.id(), new Session(point, held)));
        }
        var near = people.loans().stream()
                .filter(loan -> sessions.containsKey(people.of(loan.person()).point()))
                .toList();
        Map<Long, Sums> sums = new TreeMap<>();
        saving(people).forEach((person, saving) -> {
            if (sessions.containsKey(people.of(person).point())) {
                sums.computeIfAbsent(person, key -> new Sums()).saving = saving;
            }
        });
        var desk = repayments.read(near.stream().map(Loan::id).toList());
        var due = dueBy(near, people, sessions);
        for (var loan : near) {
            var of = sums.computeIfAbsent(loan.person(), key -> new Sums());
            var balance = desk.balances().get(loan.id());
            var held = session(sessions, people, loan.person()).day();
            of.interest +=
                    balance == null ? 0 : desk.interestAskedOn(balance, held).amount();
            of.principal += due.getOrDefault(loan.id(), 0L);
        }
        var drafts = new ArrayList<Draft>();
        sums.forEach((person, sum) -> {
            var to = people.of(person);
            if (sum.total() > 0) {
                drafts.add(sum.draft(to, session(sessions, people, person)));
            }
        });
        return drafts;
    }

    private static Session session(Map<Long, Session> sessions, People people, long person) {
        return requireNonNull(sessions.get(people.of(person).point()));
    }

    private Map<Long, Long> saving(People people) {
        Map<Long, Long> saving = new HashMap<>();
        db.sql(SAVINGS).param("people", people.ids()).query(row -> {
            saving.put(row.getLong("person_id"), row.getLong("saving"));
        });
        return saving;
    }

    private Map<Long, Long> dueBy(List<Loan> loans, People people, Map<Long, Session> sessions) {
        Map<Long, Long> due = new HashMap<>();
        db.sql(DUE_BY)
                .param("loans", loans.stream().map(Loan::id).toArray(Long[]::new))
                .param(
                        "days",
                        loans.stream()
                                .map(loan -> session(sessions, people, loan.person())
                                        .day()
                                        .toString())
                                .toArray(String[]::new))
                .query(row -> {
                    due.put(row.getLong("loan_id"), row.getLong("due"));
                });
        return due;
    }

    /** Instalments that fall due after one day and until another. */
    List<Draft> instalments(LocalDate after, LocalDate until, String adjustmentDays, People people) {
        Map<Long, Loan> loans = new HashMap<>();
        people.loans().forEach(loan -> loans.put(loan.id(), loan));
        return db.sql(INSTALMENTS)
                .param("loans", loans.keySet().toArray(Long[]::new))
                .param("after", after)
                .param("until", until)
                .query((row, n) -> {
                    var loan = requireNonNull(loans.get(row.getLong("loan_id")));
                    var to = people.of(loan.person());
                    var due = row.getObject("due_on", LocalDate.class);
                    return new Draft(
                            to,
                            MessageKind.INSTALMENT_NEAR,
                            "instalment:" + loan.id() + ":" + row.getInt("seq") + ":" + due,
                            due,
                            Draft.facts(to)
                                    .dong("principal", row.getLong("due"))
                                    .text("programme", loan.programme().in(to.language()))
                                    .day("due", due)
                                    .text("point", units.point(to.point()).name())
                                    .text("days", adjustmentDays)
                                    .all());
                })
                .list();
    }

    /** Sessions that will not be held on their day: to all who have a loan or save there. */
    List<Draft> moved(long office, LocalDate day, People people) {
        var concerned = new HashMap<Long, Recipient>();
        people.loans().forEach(loan -> concerned.put(loan.person(), people.of(loan.person())));
        saving(people).keySet().forEach(person -> concerned.put(person, people.of(person)));
        var drafts = new ArrayList<Draft>();
        db.sql(MOVED).param("office", office).param("day", day).query(row -> {
            var point = units.point(row.getLong("point_id"));
            var nominal = row.getObject("nominal", LocalDate.class);
            var actual = row.getObject("actual", LocalDate.class);
            var kind = isRegular(point, actual) ? MessageKind.SESSION_CANCELLED : MessageKind.SESSION_MOVED;
            concerned.values().stream()
                    .filter(to -> to.point() == point.id())
                    .forEach(to -> drafts.add(new Draft(
                            to,
                            kind,
                            "moved:" + point.id() + ":" + nominal + ":" + actual,
                            nominal,
                            Draft.facts(to)
                                    .day("nominal", nominal)
                                    .day("session", actual)
                                    .text("point", point.name())
                                    .all())));
        });
        return drafts;
    }

    private static boolean isRegular(Point point, LocalDate day) {
        var fixed = point.sessionDay();
        return fixed != null && fixed.inMonth(YearMonth.from(day)).equals(day);
    }

    /** Term deposits that mature until a day. */
    List<Draft> maturing(LocalDate day, LocalDate until, People people) {
        return db.sql(MATURING)
                .param("people", people.ids())
                .param("day", day)
                .param("until", until)
                .query((row, n) -> {
                    var to = people.of(row.getLong("person_id"));
                    var due = row.getObject("matures_on", LocalDate.class);
                    return new Draft(
                            to,
                            MessageKind.TERM_MATURING,
                            "term:" + row.getLong("id") + ":" + due,
                            due,
                            Draft.facts(to)
                                    .dong("balance", row.getLong("balance"))
                                    .day("due", due)
                                    .text("point", units.point(to.point()).name())
                                    .all());
                })
                .list();
    }

    /** People with their running loans. */
    record People(Map<Long, Recipient> all, List<Loan> loans) {

        Recipient of(long person) {
            return requireNonNull(all.get(person));
        }

        Long[] ids() {
            return all.keySet().toArray(Long[]::new);
        }
    }

    /** A running loan. */
    record Loan(long id, long person, Label programme) {}

    private record Session(Point point, LocalDate day) {}

    private static final class Sums {

        private long interest;
        private long saving;
        private long principal;

        long total() {
            return Dong.sum(List.of(new Dong(interest), new Dong(saving), new Dong(principal)))
                    .amount();
        }

        Draft draft(Recipient to, Session session) {
            return new Draft(
                    to,
                    MessageKind.SESSION_NEAR,
                    "session:" + session.point().id() + ":" + session.day(),
                    session.day(),
                    Draft.facts(to)
                            .day("session", session.day())
                            .text("point", session.point().name())
                            .dong("interest", interest)
                            .dong("saving", saving)
                            .dong("principal", principal)
                            .dong("total", total())
                            .all());
        }
    }
}

package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.capital.plan.AskPlan;
import org.dongvon.capital.plan.Months;
import org.dongvon.capital.plan.PlanChange;
import org.dongvon.capital.plan.PlanLine;
import org.dongvon.capital.plan.PlanSource;
import org.dongvon.document.RegisterDocument;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.simulation.plan.OfficePlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plan of each office's year, invented where nothing was published: what is out and promised at each point with a little
 * more, and where the waiting applications are only so much that one of them passes it.
 */
@Component
class CreditPlan {

    private static final long MILLION = 1_000_000;
    private static final long STEP = 100 * MILLION;
    private static final long LEFT_AT_OFFICE = 1_000 * MILLION;
    private static final long LEFT_AT_PROVINCE = 5_000 * MILLION;
    private static final long LEFT_FOR_APPLICATIONS = 30 * MILLION;
    private static final long ROUND_WISH = 30_000 * MILLION;
    private static final int GROWTH_PERCENT = 5;
    private static final String REASON = "Chỉ tiêu minh họa, không phải số của ngân hàng";

    private static final String ANY = """
            select exists (select from capital.plan_target)
            """;

    private static final String STANDING = """
            select u.code as point, g.code as programme, s.source,
                   sum(case when l.stage = 'APPROVED' then l.amount
                            else l.undrawn + coalesce(b.outstanding, 0) end)::bigint as amount
              from loan.v_funded l
              join organisation.point p on p.id = l.point_id
              join organisation.unit u on u.id = p.id
              join programme.v_programme g on g.id = l.programme_id
              join capital.v_plan_source s on s.contract_id = l.contract_id
              left join loan.v_balance b on b.loan_id = l.id
             where p.office_id = :office and l.stage in ('APPROVED', 'ACTIVE')
             group by u.code, g.code, s.source
            """;

    private final Accounts accounts;
    private final RequestChange request;
    private final DecideChange decide;
    private final AskPlan ask;
    private final JdbcClient db;
    private final Transactions transactions;

    CreditPlan(
            Accounts accounts,
            RequestChange request,
            DecideChange decide,
            AskPlan ask,
            JdbcClient db,
            Transactions transactions) {
        this.accounts = accounts;
        this.request = request;
        this.decide = decide;
        this.ask = ask;
        this.db = db;
        this.transactions = transactions;
    }

    /** Gives the targets in a folder that has none. */
    void enterWhereNone(List<OfficePlan> plans, Map<String, Long> ids, Keys keys) {
        if (!transactions.read(
                Actor.SYSTEM, () -> db.sql(ANY).query(Boolean.class).single())) {
            enter(plans, ids, keys);
        }
    }

    /** Gives them, once the people are there who decide. */
    void enter(List<OfficePlan> plans, Map<String, Long> ids, Keys keys) {
        plans.forEach(plan -> new Year(plan, ids, keys).give());
    }

    /** One office's year. */
    private final class Year {

        private final OfficePlan plan;
        private final Keys keys;
        private final LocalDate openDay;
        private final long office;
        private final String at;
        private final String document;

        Year(OfficePlan plan, Map<String, Long> ids, Keys keys) {
            var code = plan.spec().place().code();
            this.plan = plan;
            this.keys = keys;
            this.openDay = plan.spec().time().openDay();
            this.office = Objects.requireNonNull(ids.get(code));
            this.at = "." + code.toLowerCase(Locale.ROOT);
            this.document = "KHTD-" + openDay.getYear() + "-" + code;
        }

        void give() {
            register();
            var waiting = Cast.group(plan).point().code();
            standing().forEach((line, points) -> {
                var targets = new TreeMap<String, Dong>();
                points.forEach((point, amount) -> targets.put(
                        point, new Dong(point.equals(waiting) ? amount + LEFT_FOR_APPLICATIONS : grown(amount))));
                give(line, targets);
            });
            askFor(waiting);
        }

        private static long grown(long amount) {
            long more = amount / 100 * (100 + GROWTH_PERCENT);
            return (more / STEP + 1) * STEP;
        }

        /** What is out and promised, by programme and source, at each point. */
        private Map<Line, Map<String, Long>> standing() {
            var rows = transactions.read(
                    Actor.SYSTEM,
                    () -> db.sql(STANDING)
                            .param("office", office)
                            .query((row, n) -> new Standing(
                                    new Line(row.getString("programme"), PlanSource.valueOf(row.getString("source"))),
                                    row.getString("point"),
                                    row.getLong("amount")))
                            .list());
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            Standing::line, TreeMap::new, Collectors.toMap(Standing::point, Standing::amount)));
        }

        /** From the province to the office to its points. */
        private void give(Line line, Map<String, Dong> points) {
            var place = plan.spec().place();
            var own = Dong.sum(points.values()).plus(new Dong(LEFT_AT_OFFICE));
            var manager = accounts.actor("lanhdao." + place.province().toLowerCase(Locale.ROOT));
            var head = accounts.actor("lanhdao");
            give(
                    manager,
                    head,
                    line.at(openDay, place.province()),
                    Map.of(place.province(), own.plus(new Dong(LEFT_AT_PROVINCE))));
            give(manager, head, line.at(openDay, place.province()), Map.of(place.code(), own));
            give(accounts.actor("ketoan" + at), director(), line.at(openDay, place.code()), points);
        }

        private Actor director() {
            return accounts.actor(plan.spec().staff().stream()
                    .filter(person -> person.role() == Role.DIRECTOR)
                    .findFirst()
                    .orElseThrow()
                    .login());
        }

        private void give(Actor maker, Actor checker, PlanLine line, Map<String, Dong> targets) {
            var months = new Months(openDay.getMonthValue(), 12);
            var what = line.subject() + " " + String.join(" ", new TreeMap<>(targets).keySet());
            approve(
                    maker,
                    checker,
                    what,
                    new RequestChange.Proposal(
                            key("ask " + what),
                            PlanChange.NAME,
                            line.subject(),
                            PlanChange.wanted(months, targets),
                            new Basis(REASON, document, null)));
        }

        private void approve(Actor maker, Actor checker, String what, RequestChange.Proposal proposal) {
            decide.approve(checker, key("approve " + what), request.run(maker, proposal));
        }

        private UUID key(String what) {
            return keys.of("plan " + at + " " + what);
        }

        /** The decision that the targets name: marked as what it is. */
        private void register() {
            var name = plan.spec().place().name();
            int year = openDay.getYear();
            var wanted = Facts.none()
                    .text(
                            "number",
                            "KHTD " + year + " (DEMO) " + plan.spec().place().code())
                    .date("issued", openDay)
                    .word("issuer", "issuer.BANK")
                    .text("place", null)
                    .word("kind", "documentKind.PLAN")
                    .text("title-vi", "Kế hoạch tín dụng minh họa " + year + " của " + name)
                    .text("title-en", "Invented credit plan " + year + " of " + name)
                    .date("from", openDay)
                    .date("to", null);
            approve(
                    accounts.actor("ketoan" + at),
                    director(),
                    "register",
                    new RequestChange.Proposal(
                            key("register"), RegisterDocument.NAME, document, wanted, new Basis(REASON, null, null)));
        }

        /** The commune of the waiting applications asks for more. */
        private void askFor(String commune) {
            var official = accounts.actor("ubndxa" + at);
            var line = new Line("GQVL", PlanSource.CENTRAL).at(openDay, commune);
            var wish = new AskPlan.Wish(
                    new Dong(ROUND_WISH), "Nhu cầu vay tạo việc làm của hộ kinh doanh tại phường (số liệu minh họa)");
            ask.run(official, key("wish"), line, wish);
        }
    }

    /** A programme by a source. */
    private record Line(String programme, PlanSource source) implements Comparable<Line> {

        PlanLine at(LocalDate day, String unit) {
            return new PlanLine(day.getYear(), unit, programme, source);
        }

        @Override
        public int compareTo(Line other) {
            int byProgramme = programme.compareTo(other.programme);
            return byProgramme == 0 ? source.compareTo(other.source) : byProgramme;
        }
    }

    /** What is out and promised at a point. */
    private record Standing(Line line, String point, long amount) {}
}

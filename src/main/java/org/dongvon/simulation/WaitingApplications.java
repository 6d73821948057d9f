package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.loan.application.ApprovedTerms;
import org.dongvon.loan.application.BankDecision;
import org.dongvon.loan.application.HoldMeeting;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.MoveApplication;
import org.dongvon.loan.application.NotifyApproved;
import org.dongvon.loan.application.WriteApplication;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlan.GroupPlan;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applications of the group whose head logs in, one at each step, so that each role finds something that waits for it. Each
 * write has its key: done twice, it does nothing, and what users did since stays.
 */
@Component
class WaitingApplications {

    /** What is asked for where: a purpose, an amount of thousands, a programme. */
    enum Wish {
        CITY("GQVL", "Mua máy may, nhận may gia công tại nhà", 50_000_000, 36),
        COUNTRY("NUOCSACH", "Làm bể nước mưa và nhà tiêu hợp vệ sinh", 20_000_000, 60);

        private final String programme;
        private final String purpose;
        private final long amount;
        private final int months;

        Wish(String programme, String purpose, long amount, int months) {
            this.programme = programme;
            this.purpose = purpose;
            this.amount = amount;
            this.months = months;
        }

        WriteApplication.Wish of(UUID key, long member) {
            return new WriteApplication.Wish(key, member, programme, purpose, new Dong(amount), months, 12);
        }
    }

    /** How many of the applications go how far; the first go farthest. */
    private static final int NOTIFIED = 1;

    private static final int PROPOSED = 2;
    private static final int RECEIVED = 4;
    private static final int CONFIRMED = 5;
    private static final int SENT = 7;
    private static final int ACCEPTED = 8;
    private static final int SUBMITTED = 9;
    private static final int WRITTEN = 10;

    /** Of those that were received, the last is returned. */
    private static final int RETURNED = RECEIVED - 1;

    private static final String ANY = """
            select exists (select from loan.application)
            """;

    private final Accounts accounts;
    private final WriteApplication write;
    private final MoveApplication move;
    private final HoldMeeting meeting;
    private final Bank bank;
    private final JdbcClient db;
    private final Transactions transactions;

    WaitingApplications(
            Accounts accounts,
            WriteApplication write,
            MoveApplication move,
            HoldMeeting meeting,
            Bank bank,
            JdbcClient db,
            Transactions transactions) {
        this.accounts = accounts;
        this.write = write;
        this.move = move;
        this.meeting = meeting;
        this.bank = bank;
        this.db = db;
        this.transactions = transactions;
    }

    /** Makes them in a folder of an earlier build, which has none. */
    void enterWhereNone(List<OfficePlan> plans, Map<String, Long> ids, Keys keys) {
        if (!transactions.read(
                Actor.SYSTEM, () -> db.sql(ANY).query(Boolean.class).single())) {
            enter(plans, ids, keys);
        }
    }

    /** Makes them, once the people are there who bring and answer them. */
    void enter(List<OfficePlan> plans, Map<String, Long> ids, Keys keys) {
        for (int i = 0; i < plans.size(); i++) {
            enter(plans.get(i), Wish.values()[i % Wish.values().length], ids, keys);
        }
    }

    private void enter(OfficePlan plan, Wish wish, Map<String, Long> ids, Keys keys) {
        var chosen = Cast.group(plan);
        var group = chosen.group();
        var at = "." + plan.spec().place().code().toLowerCase(Locale.ROOT);
        var head = accounts.actor("totruongtk" + at);
        var members = free(group, wish);
        var file = new File(at, new ArrayList<>(), keys);
        for (int i = 0; i < Math.min(WRITTEN, members.size()); i++) {
            var member = Objects.requireNonNull(ids.get(RegisterPeople.memberCode(members.get(i))));
            file.codes().add(write.run(head, wish.of(file.key("write " + i), member)));
        }
        move(file, head, Move.SUBMIT, SUBMITTED);
        hold(file, head, group, plan.spec().time().openDay());
        move(file, accounts.actor("hoi" + at), Move.SEND, SENT);
        move(file, accounts.actor("ubndxa" + at), Move.CONFIRM, CONFIRMED);
        var officer = accounts.actor("canbotindung" + at);
        move(file, officer, Move.RECEIVE, RECEIVED);
        if (file.codes().size() > RETURNED) {
            move.run(
                    officer,
                    new MoveApplication.Wish(
                            file.key("return"),
                            List.of(file.codes().get(RETURNED)),
                            Move.RETURN,
                            "Thiếu giấy ủy quyền của các thành viên hộ (01/UQ)"));
        }
        decide(plan, file, officer, wish);
        if (!file.codes().isEmpty()) {
            long point = Objects.requireNonNull(ids.get(chosen.point().code()));
            bank.notify(
                    officer,
                    file.key("notify"),
                    file.first(NOTIFIED),
                    point,
                    plan.spec().time().openDay());
        }
    }

    /** Households of the group that do not owe under the programme. */
    private static List<HouseholdPlan> free(GroupPlan group, Wish wish) {
        return group.members().stream()
                .filter(household -> household.loans().stream()
                        .noneMatch(loan -> loan.spec().code().equals(wish.programme)))
                .toList();
    }

    private void hold(File file, Actor head, GroupPlan group, LocalDate day) {
        int present = group.members().size() * 5 / 6;
        var votes = file.first(ACCEPTED).stream()
                .map(code -> new HoldMeeting.Vote(code, present - 1, 1))
                .toList();
        meeting.run(head, new HoldMeeting.Minutes(file.key("meeting"), day, present, votes));
    }

    private void move(File file, Actor actor, Move way, int last) {
        move.run(actor, new MoveApplication.Wish(file.key(way.name()), file.first(last), way, null));
    }

    private void decide(OfficePlan plan, File file, Actor officer, Wish wish) {
        var proposed = file.first(PROPOSED);
        for (int i = 0; i < proposed.size(); i++) {
            long request = bank.propose(officer, file.key("propose " + i), proposed.get(i), wish);
            if (i < NOTIFIED) {
                var director = plan.spec().staff().stream()
                        .filter(person -> person.role() == Role.DIRECTOR)
                        .findFirst()
                        .orElseThrow();
                bank.approve(accounts.actor(director.login()), file.key("approve " + i), request);
            }
        }
    }

    /** The applications of one office, in the order of their goals, with their keys. */
    private record File(String at, List<String> codes, Keys keys) {

        UUID key(String what) {
            return keys.of("applications " + at + " " + what);
        }

        List<String> first(int count) {
            return codes.subList(0, Math.min(codes.size(), count));
        }
    }

    /** What the bank's people do with them. */
    @Component
    static class Bank {

        private final RequestChange request;
        private final DecideChange decide;
        private final NotifyApproved notify;
        private final BankDecision decision;
        private final SessionCalendar calendar;
        private final Units units;
        private final Transactions transactions;

        Bank(
                RequestChange request,
                DecideChange decide,
                NotifyApproved notify,
                BankDecision decision,
                SessionCalendar calendar,
                Units units,
                Transactions transactions) {
            this.request = request;
            this.decide = decide;
            this.notify = notify;
            this.decision = decision;
            this.calendar = calendar;
            this.units = units;
            this.transactions = transactions;
        }

        /** Proposes the whole amount, out of the contract of which most is left. */
        long propose(Actor officer, UUID key, String code, Wish wish) {
            var source = transactions.read(officer, () -> decision.sources(code)).stream()
                    .max(Comparator.comparingLong(each -> each.free().amount()))
                    .orElseThrow();
            var terms = new ApprovedTerms(
                    new Dong(wish.amount), wish.months, 12, 0, BorrowerClass.STANDARD, source.contract(), 1);
            var basis = new Basis("Hộ đúng đối tượng, phương án khả thi, có khả năng trả nợ", null, null);
            return request.run(
                    officer,
                    new RequestChange.Proposal(key, BankDecision.NAME, code, BankDecision.approval(terms), basis));
        }

        void approve(Actor director, UUID key, long id) {
            decide.approve(director, key, id);
        }

        /** On the first session of the point from the day on. */
        void notify(Actor officer, UUID key, List<String> codes, long point, LocalDate from) {
            var payOn = transactions.read(officer, () -> calendar.nextSession(units.point(point), from));
            notify.run(officer, new NotifyApproved.Wish(key, codes, payOn));
        }
    }
}

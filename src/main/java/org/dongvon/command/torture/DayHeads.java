package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Taken;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.provisional.HandInCollections;
import org.dongvon.session.provisional.RecordCollections;
import org.dongvon.session.provisional.RecordCollections.Collected;
import org.dongvon.session.provisional.RecordCollections.MemberLoan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;

/** What group heads take in the village after a session, for the next one. */
final class DayHeads {

    private static final int MOST_LINES = 5;
    private static final int HEAD = 9;

    private final DayHand day;

    DayHeads(DayHand day) {
        this.day = day;
    }

    /** Takes money of some members, takes a line back, hands the list in; or some of it. */
    void collect(Random random, UUID key, int point, LocalDate next) {
        var loans = day.loans(random, point, MOST_LINES, loan -> loan.outstanding() > 0);
        if (loans.isEmpty()) {
            return;
        }
        var head = head(point, day.hand.member(loans.getFirst()).group());
        for (var loan : loans) {
            record(random, Hand.named(key, "taken " + loan.id()), head, loan, next);
        }
        if (random.nextInt(3) == 0) {
            withdraw(Hand.named(key, "withdrawn"), head, point);
        }
        if (random.nextBoolean()) {
            handIn(random, Hand.named(key, "list"), head, point);
        }
        if (random.nextInt(4) == 0) {
            giveBack(Hand.named(key, "back"), point);
        }
    }

    private Actor head(int point, long group) {
        var place = day.office.point(point);
        long id = place.id() * 10 + HEAD;
        var scope = Scope.of(place.id()).narrowedTo(Narrowing.ofGroup(group));
        return new Actor(id, id, "Tổ trưởng", "Tổ trưởng", Role.GROUP_HEAD, place.office(), scope);
    }

    private void record(Random random, UUID key, Actor head, OracleLoan loan, LocalDate next) {
        long held = day.oracle.held(loan).stream()
                .mapToLong(each -> each.ask().interest())
                .sum();
        long left = Math.max(0, day.oracle.asked(loan, next) - held);
        boolean tooMuch = day.happens(Fault.LINES_UNLAWFUL, random);
        long interest = tooMuch ? left + 1 : left / (1 + random.nextInt(2));
        var ask = new Ask(Hand.named(key, "line"), loan, interest, 10_000L * random.nextInt(4), 0, true);
        if (ask.sum() == 0) {
            return;
        }
        var line = new RecordCollections.Line(
                ask.id(),
                new MemberLoan(day.oracle.member(loan), loan.id()),
                new Dong(ask.interest()),
                new Dong(ask.saving()),
                "");
        var collected = new Collected(key, List.of(line));
        var take = day.office.get(RecordCollections.class);
        if (tooMuch) {
            day.refuses(() -> take.run(head, collected), "PROVISIONAL_MORE_THAN_OWED");
            return;
        }
        day.tried(random, () -> take.run(head, collected));
        day.oracle.taken.put(ask.id(), new Taken(ask, day.hand.member(loan).point(), false));
    }

    private List<Taken> taken(int point) {
        return day.oracle.taken.values().stream()
                .filter(each -> each.point() == point)
                .toList();
    }

    private void withdraw(UUID key, Actor head, int point) {
        taken(point).stream().findFirst().ifPresent(each -> {
            var line = each.ask().id();
            var hands = day.office.get(HandInCollections.class);
            if (each.listed()) {
                day.refuses(() -> hands.withdraw(head, key, line, "Ghi nhầm"), "PROVISIONAL_HANDED_IN");
            } else {
                hands.withdraw(head, key, line, "Ghi nhầm");
                day.oracle.taken.remove(line);
            }
        });
    }

    private void handIn(Random random, UUID key, Actor head, int point) {
        var hands = day.office.get(HandInCollections.class);
        if (taken(point).stream().allMatch(Taken::listed)) {
            day.refuses(() -> hands.handIn(head, key), "PROVISIONAL_NOTHING_TO_HAND_IN");
            return;
        }
        day.tried(random, () -> hands.handIn(head, key));
        taken(point).forEach(each -> day.oracle.taken.put(each.ask().id(), new Taken(each.ask(), point, true)));
    }

    /** The controller finds that a member has the money again. */
    private void giveBack(UUID key, int point) {
        taken(point).stream().filter(Taken::listed).findFirst().ifPresent(each -> {
            var line = each.ask().id();
            day.office.get(HandInCollections.class).returned(day.office.controller(point), key, line, "Đã trả lại");
            day.oracle.taken.remove(line);
        });
    }
}

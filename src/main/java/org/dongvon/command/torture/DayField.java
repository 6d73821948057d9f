package org.dongvon.command.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Held;
import org.dongvon.command.torture.Pocket.Event;
import org.dongvon.session.field.CheckOutPackage;
import org.dongvon.session.field.DeviceEnrolment;
import org.dongvon.session.sync.FieldUploads;
import org.dongvon.session.sync.ReceiveBatch;
import org.dongvon.shared.change.DecideChange;

/** Devices that take the day along, record without a network, and send what they recorded in whatever pieces and order. */
final class DayField {

    private static final String OF_KEY = "select id from session.field_device where public_key = :key";
    private static final String JOURNAL = """
            select journal_id from session.field_line where line_id = :line and journal_id is not null
            """;
    private static final int MOST_LINES = 6;

    private final DayHand day;
    private final LendEvents lend;
    private final DayCounter counter;
    final List<Pocket> pockets = new ArrayList<>();
    private final List<Pocket.Device> devices = new ArrayList<>();

    DayField(DayHand day, LendEvents lend, DayCounter counter) {
        this.day = day;
        this.lend = lend;
        this.counter = counter;
    }

    /** The teller takes the day along on a device, and on a second one. */
    void takeAlong(Random random, UUID key, int point) {
        int many = day.faults.contains(Fault.SECOND_DEVICE) ? 2 : 1;
        for (int number = 0; number < many; number++) {
            if (random.nextInt(4) > 0) {
                var device = device(Hand.named(key, "device " + number), point, number);
                var session = day.session(point);
                day.office
                        .get(CheckOutPackage.class)
                        .run(day.office.teller(point), Hand.named(key, "package " + number), session.id(), device.id());
                pockets.add(new Pocket(device, session));
            }
        }
    }

    private Pocket.Device device(UUID key, int point, int number) {
        var known = devices.stream().filter(each -> each.point() == point).toList();
        if (number < known.size()) {
            return known.get(number);
        }
        var keys = Pocket.Device.newKeys();
        var encoded = keys.getPublic().getEncoded();
        long change = day.office
                .get(DeviceEnrolment.Ask.class)
                .run(day.office.teller(point), Hand.named(key, "asked"), "Máy " + number, encoded);
        day.office.get(DecideChange.class).approve(day.office.leader(point), Hand.named(key, "approved"), change);
        long id = day.office
                .owner
                .sql(OF_KEY)
                .param("key", encoded)
                .query(Long.class)
                .single();
        var device = new Pocket.Device(id, point, keys);
        devices.add(device);
        return device;
    }

    /** A device that is no more; the next one is enrolled anew. */
    void forget(Pocket.Device device) {
        devices.remove(device);
    }

    /** Something is signed for at the table. */
    boolean record(Random random, UUID key) {
        var out = pockets.stream()
                .filter(each ->
                        each.state == Pocket.State.OUT && each.session().day().equals(day.office.today()))
                .toList();
        if (out.isEmpty()) {
            return false;
        }
        var pocket = Hand.one(random, out);
        int what = random.nextInt(6);
        if (what == 0) {
            var loan = lend.approved(random, "HONGHEO");
            if (loan.member().point() == pocket.session().point()) {
                pocket.payOut(key, Hand.named(key, "paid out"), loan);
            }
            return true;
        }
        boolean list = what > 2;
        var loans = day.loans(random, pocket.session().point(), list ? MOST_LINES : 1, loan -> loan.outstanding() > 0);
        if (loans.isEmpty()) {
            return false;
        }
        var asks = day.asks(random, key, loans, list);
        long group = day.hand.member(loans.getFirst()).group();
        var members = asks.stream().map(ask -> day.oracle.member(ask.loan())).toList();
        pocket.sheet(key, list ? "SHEET" : "COUNTER", group, asks, members);
        return true;
    }

    /** A device finds a network for a moment. */
    boolean online(Random random, UUID key) {
        var some = pockets.stream().filter(each -> !each.waiting().isEmpty()).toList();
        if (some.isEmpty()) {
            return false;
        }
        var pocket = Hand.one(random, some);
        var events = new ArrayList<>(pocket.waiting());
        if (day.happens(Fault.UPLOAD_SHUFFLED, random)) {
            Collections.shuffle(events, random);
        }
        send(random, key, pocket, events.subList(0, 1 + random.nextInt(events.size())));
        return true;
    }

    /** Everything that is still in the device. */
    void sendAll(Random random, UUID key, Pocket pocket) {
        if (!pocket.waiting().isEmpty()) {
            send(random, key, pocket, pocket.waiting());
        }
    }

    private void send(Random random, UUID key, Pocket pocket, List<Event> some) {
        var events = new ArrayList<>(some);
        if (!pocket.arrived().isEmpty() && day.happens(Fault.UPLOAD_TWICE, random)) {
            events.add(pocket.events().get(pocket.arrived().iterator().next() - 1));
        }
        if (!pocket.arrived().isEmpty() && day.happens(Fault.EVENT_FORGED, random)) {
            forge(random, key, pocket);
        }
        var raw = Pocket.upload(events);
        var answer = upload(random, key, pocket, raw);
        events.forEach(each -> pocket.arrived().add(each.seq()));
        applied(pocket);
        compare(pocket, answer);
        if (day.happens(Fault.UPLOAD_TWICE, random)) {
            DayHand.same("answer to the same upload", upload(random, key, pocket, raw), answer);
            compare(pocket, upload(random, Hand.named(key, "again"), pocket, raw));
        }
        day.count("upload");
    }

    /** A device that was revoked is told so, and nothing of it is kept. */
    void turnedAway(UUID key, Pocket pocket) {
        day.refuses(
                () -> day.office
                        .get(ReceiveBatch.class)
                        .run(day.office.teller(pocket.session().point()), key, Pocket.upload(pocket.waiting())),
                "FIELD_DEVICE_REVOKED");
    }

    /** In one piece or two; a piece that is cut leaves nothing. */
    private ReceiveBatch.Answer upload(Random random, UUID key, Pocket pocket, byte[] raw) {
        var uploads = day.office.get(FieldUploads.class);
        var teller = day.office.teller(pocket.session().point());
        var whole = new FieldUploads.Whole(pocket.device().id(), raw.length, Pocket.sha256(raw));
        int from = 0;
        if (day.happens(Fault.UPLOAD_CUT, random)) {
            int cut = 1 + random.nextInt(raw.length - 1);
            var part = Arrays.copyOf(raw, cut);
            day.refuses(
                    () -> uploads.take(teller, key, whole, new FieldUploads.Piece(0, part, Pocket.sha256(raw))),
                    "FIELD_UPLOAD_CUT");
            var kept = day.tried(
                    random,
                    () -> uploads.take(teller, key, whole, new FieldUploads.Piece(0, part, Pocket.sha256(part))));
            DayHand.require(kept.answer() == null, "a part of an upload was answered");
            DayHand.same("bytes of an upload", uploads.held(teller, key), cut);
            from = Math.max(0, cut - 5);
        }
        var rest = Arrays.copyOfRange(raw, from, raw.length);
        int begin = from;
        var done = day.tried(
                random,
                () -> uploads.take(teller, key, whole, new FieldUploads.Piece(begin, rest, Pocket.sha256(rest))));
        return Objects.requireNonNull(done.answer(), "an upload that has arrived whole is answered");
    }

    /** An event that is there already comes with another text; and one whose signature is another event's. */
    private void forge(Random random, UUID key, Pocket pocket) {
        var known = pocket.events().get(pocket.arrived().iterator().next() - 1);
        var text = known.body().replace("\"at\":1", "\"at\":2");
        boolean signed = random.nextBoolean();
        var forged =
                new Event(known.seq(), text, signed ? pocket.device().sign(text) : known.signature(), known.said());
        day.refuses(
                () -> day.office
                        .get(ReceiveBatch.class)
                        .run(
                                day.office.teller(pocket.session().point()),
                                Hand.named(key, "forged"),
                                Pocket.upload(List.of(forged))),
                signed ? "FIELD_EVENT_CHANGED" : "FIELD_SIGNATURE_WRONG");
    }

    /** What the office must have done with the events up to the first gap. */
    private void applied(Pocket pocket) {
        while (pocket.arrived().contains(pocket.applied + 1)) {
            var said = pocket.events().get(pocket.applied).said();
            pocket.applied++;
            if (said.handIn() != null) {
                if (said.handIn() != 0) {
                    pocket.session().desk++;
                    pocket.session().deskCash += said.handIn();
                }
                if (pocket.state == Pocket.State.OUT) {
                    pocket.state = Pocket.State.HANDED_IN;
                }
            } else if (said.payOut() != null) {
                payOut(pocket, said.payOut());
            } else {
                sheet(pocket, said.asks());
            }
        }
    }

    private void payOut(Pocket pocket, LendEvents.New loan) {
        var session = pocket.session();
        boolean paid = session.isOpen && session.cash >= loan.amount() && day.oracle.hasRoom(loan.amount());
        pocket.outcomes().add(new Pocket.Outcome(paid ? 1 : 0, paid ? 0 : 1, paid ? -loan.amount() : 0));
        session.desk += paid ? 0 : 1;
        session.deskCash -= paid ? 0 : loan.amount();
        if (paid) {
            lend.learn(loan, loan.amount());
            session.cash -= loan.amount();
        }
    }

    private void sheet(Pocket pocket, List<Ask> asks) {
        var session = pocket.session();
        long device = pocket.device().id();
        var alone = asks.stream()
                .filter(ask -> !day.oracle.isServedElsewhere(session, device, ask))
                .toList();
        int posted = 0;
        int desk = 0;
        long cash = 0;
        for (var ask : asks) {
            if (ask.sum() == 0) {
                continue;
            }
            if (alone.contains(ask) && session.isOpen && day.oracle.isLawful(ask, session.day())) {
                day.oracle.post(session, device, ask, session.day());
                posted++;
                cash += ask.sum();
                reversible(session, ask);
            } else {
                desk++;
                session.desk++;
                session.deskCash += ask.sum();
            }
        }
        pocket.outcomes().add(new Pocket.Outcome(posted, desk, cash));
    }

    private void reversible(Held session, Ask ask) {
        if (session.day().equals(day.office.today())) {
            day.office
                    .owner
                    .sql(JOURNAL)
                    .param("line", ask.id())
                    .query(Long.class)
                    .optional()
                    .ifPresent(journal -> counter.posted(session, ask, journal));
        }
    }

    private static void compare(Pocket pocket, ReceiveBatch.Answer answer) {
        DayHand.same("number that is waited for", answer.next(), pocket.applied + 1);
        DayHand.same(
                "events of a device", answer.events().size(), pocket.arrived().size());
        int place = 0;
        for (var outcome : pocket.outcomes()) {
            var standing = answer.events().get(place++);
            var books = new Pocket.Outcome(standing.posted(), standing.desk(), standing.cash());
            DayHand.same(
                    "event " + place + " " + pocket.events().get(place - 1).said() + " of the session of "
                            + pocket.session().day(),
                    books,
                    outcome);
        }
    }
}

package org.dongvon.command.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.PreparedHouse;
import org.dongvon.command.torture.LendingTorture.Broken;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code torture days}: transaction days of small points, with and without a network, through the use cases that the pages call, and a
 * plain oracle beside them. A history is a hundred days of five points; it draws its faults, and is replayed by its seed.
 */
public final class DaysTorture {

    static final int POINTS = 5;
    /** Session days of an office in a history, each with a session at every point. */
    private static final int ROUNDS = 20;
    /** Events between two evenings, and the evening. */
    private static final int SLOTS = 21;

    private static final int DAYS = POINTS * ROUNDS;

    private final BenchFolder below;
    private final int shrinks;
    private final Consumer<String> progress;
    private final Planted planted;

    /**
     * A simulator.
     *
     * @param shrinks how often a failure is tried with fewer events
     */
    public DaysTorture(BenchFolder below, int shrinks, Consumer<String> progress) {
        this(below, shrinks, progress, Planted.NOTHING);
    }

    /** Likewise, with a defect that a test plants. */
    DaysTorture(BenchFolder below, int shrinks, Consumer<String> progress, Planted planted) {
        this.below = below;
        this.shrinks = shrinks;
        this.progress = progress;
        this.planted = planted;
    }

    /**
     * Lets so many days happen, history after history, the first one of this seed; tells of them in counts.
     *
     * @throws Broken with the fewest events that were found to break the books
     */
    public Map<String, Object> run(long seed, int days) throws IOException {
        try (var prepared = prepare(below)) {
            return run(prepared, seed, days);
        }
    }

    /** What every history begins with, made once. */
    static PreparedHouse prepare(BenchFolder below) throws IOException {
        return TortureOffice.prepare(below, POINTS);
    }

    Map<String, Object> run(PreparedHouse prepared, long seed, int days) throws IOException {
        var all = new TreeMap<String, Integer>();
        int histories = 0;
        for (int left = days; left > 0; left -= DAYS, histories++) {
            int rounds = (Math.min(left, DAYS) + POINTS - 1) / POINTS;
            var numbers = IntStream.range(0, rounds * SLOTS).boxed().toList();
            history(prepared, seed + histories, numbers).forEach((what, many) -> all.merge(what, many, Integer::sum));
            progress.accept(
                    "history %d of seed %d: %d days".formatted(histories + 1, seed + histories, rounds * POINTS));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("torture", "days");
        facts.put("seed", seed);
        facts.put("histories", histories);
        facts.put("days", all.getOrDefault("session opened", 0));
        facts.put("counts", all);
        return facts;
    }

    /** One history; a failure is shrunk. */
    private Map<String, Integer> history(PreparedHouse prepared, long seed, List<Integer> numbers) throws IOException {
        try {
            return happen(prepared, seed, numbers);
        } catch (Broken broken) {
            progress.accept(String.valueOf(broken.getMessage()));
            throw Shrinking.of(broken, shrinks, progress, fewer -> happen(prepared, seed, fewer));
        }
    }

    /**
     * Lets the events of these numbers happen in a history, in a database of its own.
     *
     * @throws Broken as it comes
     */
    public Map<String, Integer> only(long seed, List<Integer> numbers) throws IOException {
        try (var prepared = prepare(below)) {
            return happen(prepared, seed, numbers);
        }
    }

    private Map<String, Integer> happen(PreparedHouse prepared, long seed, List<Integer> numbers) throws IOException {
        var faults = planted.swarm().apply(Fault.swarm(seed));
        var wires = new Wires(planted.text());
        try (var office = TortureOffice.open(prepared, wires)) {
            planted.data().accept(office.owner);
            var events = new Events(new DayHand(office, wires, faults));
            try {
                events.evening.open(new Random(seed), key(seed, -1));
                for (int i = 0; i < numbers.size(); i++) {
                    var sofar = numbers.subList(0, i + 1);
                    one(events, seed, sofar, faults);
                }
                events.checks.run();
            } catch (Broken broken) {
                throw broken;
            } catch (RuntimeException e) {
                throw new Broken(told(said(e), seed, numbers, faults), numbers, e);
            }
            var counts = events.day.counts;
            counts.put("session opened", office.sessionDays.size() * POINTS);
            return counts;
        }
    }

    private static void one(Events events, long seed, List<Integer> sofar, Set<Fault> faults) {
        int number = sofar.getLast();
        var random = new Random(seed * 1_000_003 + number);
        var kind = number % SLOTS == SLOTS - 1 ? Kind.NEXT_DAY : Kind.of(random);
        try {
            boolean happened = events.happen(kind, random, key(seed, number));
            events.day.count((happened ? "event " : "nothing to do: ") + kind);
            if (kind == Kind.NEXT_DAY) {
                events.checks.run();
            }
        } catch (RuntimeException e) {
            throw new Broken(told(kind + ": " + said(e), seed, sofar, faults), sofar, e);
        }
    }

    private static String said(RuntimeException e) {
        return e instanceof DayHand.Wrong ? String.valueOf(e.getMessage()) : "fails: " + e;
    }

    private static String told(String said, long seed, List<Integer> events, Set<Fault> faults) {
        return "%s%nfaults: %s%nagain: ./dongvon torture days --seed %d --only \"%s\""
                .formatted(said, faults, seed, Broken.ranges(events));
    }

    private static UUID key(long seed, int number) {
        return UUID.nameUUIDFromBytes(("days " + seed + " " + number).getBytes(StandardCharsets.US_ASCII));
    }

    /** What may happen between two evenings, with how often. */
    private enum Kind {
        SHEET(16),
        COUNTER(12),
        PAY_OUT(6),
        WITHDRAWAL(5),
        RECORDED(34),
        ONLINE(16),
        REVERSAL(6),
        LATE_RECEIPT(5),
        RATE(1),
        RATE_BACK(1),
        NEXT_DAY(0);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        static Kind of(Random random) {
            return Draw.of(values(), each -> each.weight, random);
        }
    }

    /** All that may happen to one office. */
    private static final class Events {

        private final DayHand day;
        private final DayCounter counter;
        private final DayField field;
        private final DayEvening evening;
        private final DayChecks checks;
        private final TermEvents terms;

        Events(DayHand day) {
            this.day = day;
            var lend = new LendEvents(day.hand);
            this.counter = new DayCounter(day, lend);
            this.field = new DayField(day, lend, counter);
            this.evening = new DayEvening(day, field, new DayHeads(day));
            this.checks = new DayChecks(day);
            this.terms = new TermEvents(day.hand);
        }

        boolean happen(Kind kind, Random random, UUID key) {
            int point = random.nextInt(POINTS);
            return switch (kind) {
                case SHEET -> counter.sheet(random, key, point);
                case COUNTER -> counter.pay(random, key, point);
                case PAY_OUT -> counter.payOut(random, key);
                case WITHDRAWAL -> counter.withdraw(random, key, point);
                case RECORDED -> field.record(random, key);
                case ONLINE -> field.online(random, key);
                case REVERSAL -> day.faults.contains(Fault.LINES_REVERSED) && counter.reverse(random, key, point);
                case LATE_RECEIPT -> day.faults.contains(Fault.RECEIPT_LATE) && counter.lateReceipt(random, key, point);
                case RATE -> rate(random, key, 1 + random.nextInt(20));
                case RATE_BACK -> day.faults.contains(Fault.RATE_CORRECTED) && rate(random, key, -random.nextInt(60));
                case NEXT_DAY -> evening.nextDay(random, key);
            };
        }

        private boolean rate(Random random, UUID key, int days) {
            var before = day.books();
            try {
                return terms.rate(random, key, days);
            } catch (Refused refused) {
                day.count("refused " + refused.refusal());
                return !before.isEmpty();
            }
        }
    }

    /**
     * A defect that a test plants.
     *
     * @param data what is changed in the database before the first day
     * @param text what becomes of the text of each statement
     * @param swarm which faults happen, instead of those that were drawn
     */
    record Planted(Consumer<JdbcClient> data, UnaryOperator<String> text, UnaryOperator<Set<Fault>> swarm) {

        static final Planted NOTHING = new Planted(owner -> {}, UnaryOperator.identity(), UnaryOperator.identity());
    }
}

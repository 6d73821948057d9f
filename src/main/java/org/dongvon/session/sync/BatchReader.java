package org.dongvon.session.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sync.FieldEvent.Content;
import org.dongvon.session.sync.FieldEvent.Head;
import org.dongvon.session.sync.FieldEvent.Kind;
import org.dongvon.session.sync.FieldEvent.Line;
import org.dongvon.session.sync.FieldEvent.Money;
import org.dongvon.session.sync.FieldEvent.Totals;
import org.dongvon.session.sync.FieldEvent.Whose;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an upload, plain or gzip: the events of one device and session, in the form of {@code docs/domain/field-day.md}. */
final class BatchReader {

    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_UNPACKED = 4 << 20;
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_COUNTED = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BatchReader() {}

    /** @throws Refused {@link FieldRefusal#FIELD_UPLOAD_UNREADABLE} with the number of the event, 0 for the upload itself */
    static Batch read(byte[] raw) {
        int number = 0;
        try {
            var events = JSON.readTree(unpacked(raw)).path("events");
            if (!events.isArray() || events.isEmpty() || events.size() > MOST_EVENTS) {
                throw unreadable(0);
            }
            var read = new ArrayList<FieldEvent>(events.size());
            for (var event : events) {
                number++;
                read.add(event(event));
            }
            return new Batch(read);
        } catch (JacksonException | IOException | IllegalArgumentException e) {
            throw unreadable(number);
        }
    }

    private static Refused unreadable(int number) {
        return new Refused(FieldRefusal.FIELD_UPLOAD_UNREADABLE, number);
    }

    private static byte[] unpacked(byte[] raw) throws IOException {
        if (raw.length < 2 || (raw[0] & 0xff) != 0x1f || (raw[1] & 0xff) != 0x8b) {
            return raw;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            var bytes = in.readNBytes(MOST_UNPACKED + 1);
            require(bytes.length <= MOST_UNPACKED);
            return bytes;
        }
    }

    private static FieldEvent event(JsonNode node) {
        return stored(text(node, "body"), Base64.getUrlDecoder().decode(text(node, "sig")));
    }

    /** An event from its text and signature. */
    static FieldEvent stored(String body, byte[] signature) {
        var hash = sha256(body.getBytes(StandardCharsets.UTF_8));
        require(signature.length == 64);
        var event = JSON.readTree(body);
        var previous = HexFormat.of().parseHex(text(event, "prev"));
        int seq = (int) whole(event.path("seq"), 1_000_000);
        require(previous.length == 32 && seq > 0);
        var head =
                new Head(UUID.fromString(text(event, "id")), id(event, "device"), id(event, "session"), seq, previous);
        var kind = Kind.valueOf(text(event, "kind"));
        var group = event.path("group").isString() ? (Long) id(event, "group") : null;
        return new FieldEvent(
                head, new Content(kind, group, lines(event, kind), totals(event, kind)), body, hash, signature);
    }

    private static List<Line> lines(JsonNode event, Kind kind) {
        var nodes = event.path("lines");
        if (kind == Kind.HAND_IN) {
            require(nodes.isMissingNode());
            return List.of();
        }
        int most = kind == Kind.SHEET || kind == Kind.PAYOUT ? Sheet.MOST_LINES : 1;
        require(nodes.isArray() && !nodes.isEmpty() && nodes.size() <= most);
        var lines = new ArrayList<Line>(nodes.size());
        var seen = new HashSet<UUID>();
        for (var node : nodes) {
            var line = line(node, kind, lines.size() + 1);
            require(seen.add(line.id()));
            lines.add(line);
        }
        return lines;
    }

    private static Line line(JsonNode node, Kind kind, int number) {
        require(node.isArray() && (node.size() == 8 || node.size() == 9));
        var due = kind == Kind.FEE ? optionalId(node.path(8)) : null;
        var whose = new Whose(optionalId(node.get(1)), optionalId(node.get(2)), due);
        var money = new Money(money(node.get(3)), money(node.get(4)), money(node.get(5)), money(node.get(6)));
        switch (kind) {
            case PAYOUT -> require(whose.loan() != null && isPaid(money));
            case WITHDRAWAL -> require(whose.member() != null && whose.loan() == null && isPaid(money));
            case FEE -> require(due != null && whose.member() == null && whose.loan() == null && isPaid(money));
            default -> requireReceived(whose, money);
        }
        require(node.size() == 8 || kind == Kind.FEE || kind == Kind.SHEET);
        require(node.get(7).isString());
        return new Line(
                number,
                UUID.fromString(node.get(0).stringValue()),
                whose,
                money,
                node.get(7).stringValue(),
                kind == Kind.SHEET && node.size() == 9 ? counts(node.get(8)) : List.of());
    }

    private static boolean isPaid(Money money) {
        return money.paidOut() > 0 && money.equals(new Money(0, 0, 0, money.paidOut()));
    }

    private static void requireReceived(Whose whose, Money money) {
        require(whose.member() != null || whose.loan() != null);
        require(money.paidOut() == 0 && (whose.loan() != null || (money.interest() == 0 && money.principal() == 0)));
        require(money.saving() == 0 || whose.member() != null);
    }

    /** The provisional lines that a line counts, each once. */
    private static List<UUID> counts(JsonNode node) {
        require(node.isArray() && node.size() <= MOST_COUNTED);
        var counts = new ArrayList<UUID>(node.size());
        for (var each : node) {
            require(each.isString());
            counts.add(UUID.fromString(each.stringValue()));
        }
        require(counts.size() == new HashSet<>(counts).size());
        return counts;
    }

    private static @Nullable Totals totals(JsonNode event, Kind kind) {
        if (kind != Kind.HAND_IN) {
            return null;
        }
        var totals = event.path("totals");
        return new Totals(
                (int) whole(totals.path("lines"), 1_000_000),
                whole(totals.path("interest"), Long.MAX_VALUE),
                whole(totals.path("saving"), Long.MAX_VALUE),
                whole(totals.path("principal"), Long.MAX_VALUE),
                whole(totals.path("paidOut"), Long.MAX_VALUE));
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        require(value.isString());
        return value.stringValue();
    }

    /** Identifiers travel as texts: a browser's numbers do not hold 64 bits. */
    private static long id(JsonNode node, String field) {
        return Long.parseLong(text(node, field));
    }

    private static @Nullable Long optionalId(JsonNode node) {
        require(node.isString());
        return node.stringValue().isEmpty() ? null : (Long) Long.parseLong(node.stringValue());
    }

    private static long money(JsonNode node) {
        return whole(node, Sheet.MOST_MONEY.amount());
    }

    private static long whole(JsonNode node, long most) {
        require(node.isIntegralNumber() && node.canConvertToLong());
        long value = node.longValue();
        require(value >= 0 && value <= most);
        return value;
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw new IllegalArgumentException("not in the form of an event");
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Events of one device and session. */
    record Batch(List<FieldEvent> events) {

        Batch {
            events = List.copyOf(events);
            var first = events.getFirst().head();
            require(events.stream()
                    .allMatch(each -> each.head().device() == first.device()
                            && each.head().session() == first.session()));
        }

        long device() {
            return events.getFirst().head().device();
        }

        long session() {
            return events.getFirst().head().session();
        }
    }
}

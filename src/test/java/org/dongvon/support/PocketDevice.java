package org.dongvon.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.session.field.CheckOutPackage;
import org.dongvon.session.field.DeviceEnrolment;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.DecideChange;
import org.springframework.context.ApplicationContext;

/** A teller's device as the server sees it: a key, and a chain of signed events a session. */
public final class PocketDevice {

    private final KeyPair keys;
    private final long id;
    private final List<Event> events = new ArrayList<>();
    private String previous = "0".repeat(64);

    private PocketDevice(KeyPair keys, long id) {
        this.keys = keys;
        this.id = id;
    }

    /** A new key of the kind that the page makes. */
    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A device of the village's teller, enrolled by two persons. */
    public static PocketDevice enrolled(ApplicationContext beans, Village village) {
        return enrolled(beans, village.teller, village.leader);
    }

    public static PocketDevice enrolled(ApplicationContext beans, Actor teller, Actor leader) {
        var keys = newKeys();
        long change = beans.getBean(DeviceEnrolment.Ask.class)
                .run(teller, UUID.randomUUID(), "Máy thử", keys.getPublic().getEncoded());
        beans.getBean(DecideChange.class).approve(leader, UUID.randomUUID(), change);
        long id = beans.getBean(OwnerDb.class)
                .sql("select id from session.field_device where public_key = :key")
                .param("key", keys.getPublic().getEncoded())
                .query(Long.class)
                .single();
        return new PocketDevice(keys, id);
    }

    /** The same device with the day package of a session, and nothing recorded yet. */
    public PocketDevice takes(ApplicationContext beans, Actor teller, long session) {
        beans.getBean(CheckOutPackage.class).run(teller, UUID.randomUUID(), session, id);
        return new PocketDevice(keys, id);
    }

    public long id() {
        return id;
    }

    /** Records an event behind those there are. */
    public Event record(long session, String kind, String rest) {
        var event = event(UUID.randomUUID(), session, kind, rest);
        events.add(event);
        return event;
    }

    /** A group's list or a payment at the counter. */
    public Event sheet(long session, String kind, Long group, List<Line> lines) {
        return record(
                session,
                kind,
                "\"group\":\"" + group + "\",\"lines\":["
                        + lines.stream().map(Line::json).collect(Collectors.joining(",")) + "]");
    }

    /** A list on which each line counts what the group's head took before. */
    public Event counting(long session, Long group, Map<Line, UUID> lines) {
        return record(
                session,
                "SHEET",
                "\"group\":\"" + group + "\",\"lines\":["
                        + lines.entrySet().stream()
                                .map(each -> each.getKey().json().replaceFirst("]$", ",[\"" + each.getValue() + "\"]]"))
                                .collect(Collectors.joining(","))
                        + "]");
    }

    /** Savings that a member drew. */
    public Event draws(long session, Long group, long member, long amount) {
        return record(
                session,
                "WITHDRAWAL",
                "\"group\":\"%d\",\"lines\":[[\"%s\",\"%d\",\"\",0,0,0,%d,\"\"]]"
                        .formatted(group, UUID.randomUUID(), member, amount));
    }

    /** A due of fees that was paid. */
    public Event paysDue(long session, long due, long amount) {
        return record(
                session,
                "FEE",
                "\"group\":null,\"lines\":[[\"%s\",\"\",\"\",0,0,0,%d,\"\",\"%d\"]]"
                        .formatted(UUID.randomUUID(), amount, due));
    }

    /** The day is over; totals as they come. */
    public Event handInTotals(long session, int lines, long received, long paidOut) {
        return record(
                session,
                "HAND_IN",
                "\"totals\":{\"lines\":%d,\"interest\":%d,\"saving\":0,\"principal\":0,\"paidOut\":%d}"
                        .formatted(lines, received, paidOut));
    }

    /** The day is over. */
    public Event handIn(long session, int lines, long interest, long saving, long principal) {
        return record(
                session,
                "HAND_IN",
                "\"totals\":{\"lines\":%d,\"interest\":%d,\"saving\":%d,\"principal\":%d,\"paidOut\":0}"
                        .formatted(lines, interest, saving, principal));
    }

    private Event event(UUID id, long session, String kind, String rest) {
        var body =
                "{\"id\":\"%s\",\"device\":\"%d\",\"session\":\"%d\",\"seq\":%d,\"prev\":\"%s\",\"kind\":\"%s\",\"at\":1,%s}"
                        .formatted(id, this.id, session, events.size() + 1, previous, kind, rest);
        previous = hex(body);
        return signed(id, body);
    }

    /** A text of any content, signed by this device. */
    public Event signed(UUID id, String body) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(body.getBytes(StandardCharsets.UTF_8));
            return new Event(id, body, Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** An upload of events. */
    public static byte[] batch(List<Event> events) {
        return events.stream()
                .map(event -> "{\"body\":" + quoted(event.body()) + ",\"sig\":\"" + event.signature() + "\"}")
                .collect(Collectors.joining(",", "{\"v\":1,\"events\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A signed event. */
    public record Event(UUID id, String body, String signature) {}

    /** A line of an event. */
    public record Line(UUID id, Long member, Long loan, long interest, long saving, long principal, String note) {

        public static Line of(Village.GroupOfLoans group, int member, long interest, long saving, long principal) {
            return new Line(
                    UUID.randomUUID(),
                    group.members().get(member),
                    group.loans().get(member),
                    interest,
                    saving,
                    principal,
                    "");
        }

        String json() {
            return "[\"%s\",\"%s\",\"%s\",%d,%d,%d,0,\"%s\"]"
                    .formatted(
                            id,
                            member == null ? "" : member,
                            loan == null ? "" : loan,
                            interest,
                            saving,
                            principal,
                            note);
        }
    }
}

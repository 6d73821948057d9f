package org.dongvon.command.torture;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Held;
import org.jspecify.annotations.Nullable;

/** A teller's device with the day package of one session: a chain of signed events, and how far the office knows them. */
final class Pocket {

    private final Device device;
    private final Held session;
    private final List<Event> events = new ArrayList<>();
    private final Set<Integer> arrived = new TreeSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private String previous = "0".repeat(64);
    private boolean isLost;
    int applied;
    State state = State.OUT;

    Pocket(Device device, Held session) {
        this.device = device;
        this.session = session;
    }

    /** What became of the package. */
    enum State {
        OUT,
        HANDED_IN,
        GIVEN_UP
    }

    Device device() {
        return device;
    }

    Held session() {
        return session;
    }

    List<Event> events() {
        return events;
    }

    /** Numbers of events that the office has. */
    Set<Integer> arrived() {
        return arrived;
    }

    /** What became of each event that is applied, in their order; nothing stands for the hand-in. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whatever it has not sent is lost with it. */
    void lost() {
        isLost = true;
    }

    List<Event> waiting() {
        return isLost
                ? List.of()
                : events.stream().filter(each -> !arrived.contains(each.seq())).toList();
    }

    /** A group's list or a payment at the counter. */
    void sheet(UUID id, String kind, long group, List<Ask> asks, List<Long> members) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < asks.size(); i++) {
            var ask = asks.get(i);
            lines.add("[\"%s\",\"%d\",\"%d\",%d,%d,%d,0,\"\"]"
                    .formatted(
                            ask.id(), members.get(i), ask.loan().id(), ask.interest(), ask.saving(), ask.principal()));
        }
        record(
                id,
                "\"%s\",\"at\":1,\"group\":\"%d\",\"lines\":[%s]".formatted(kind, group, String.join(",", lines)),
                new Said(asks, null, null));
    }

    void payOut(UUID id, UUID line, LendEvents.New loan) {
        var said = "\"PAYOUT\",\"at\":1,\"lines\":[[\"%s\",\"%d\",\"%d\",0,0,0,%d,\"\"]]"
                .formatted(line, loan.member().id(), loan.id(), loan.amount());
        record(id, said, new Said(List.of(), loan, null));
    }

    /** The day is over; {@code wrong} is what the teller sums up too much. */
    void handIn(UUID id, long wrong) {
        long lines = 0;
        long interest = wrong;
        long saving = 0;
        long principal = 0;
        long paidOut = 0;
        for (var event : events) {
            var asks = event.said().asks();
            lines += asks.stream().filter(ask -> ask.sum() > 0).count();
            interest += asks.stream().mapToLong(Ask::interest).sum();
            saving += asks.stream().mapToLong(Ask::saving).sum();
            principal += asks.stream().mapToLong(Ask::principal).sum();
            var loan = event.said().payOut();
            lines += loan == null ? 0 : 1;
            paidOut += loan == null ? 0 : loan.amount();
        }
        var said =
                "\"HAND_IN\",\"at\":1,\"totals\":{\"lines\":%d,\"interest\":%d,\"saving\":%d,\"principal\":%d,\"paidOut\":%d}"
                        .formatted(lines, interest, saving, principal, paidOut);
        record(id, said, new Said(List.of(), null, wrong));
    }

    private void record(UUID id, String kindAndRest, Said said) {
        int seq = events.size() + 1;
        var body = "{\"id\":\"%s\",\"device\":\"%d\",\"session\":\"%d\",\"seq\":%d,\"prev\":\"%s\",\"kind\":%s}"
                .formatted(id, device.id(), session.id(), seq, previous, kindAndRest);
        previous = HexFormat.of().formatHex(sha256(body.getBytes(StandardCharsets.UTF_8)));
        events.add(new Event(seq, body, device.sign(body), said));
    }

    /** An upload of events. */
    static byte[] upload(List<Event> events) {
        return events.stream()
                .map(event -> "{\"body\":\"" + event.body().replace("\"", "\\\"") + "\",\"sig\":\"" + event.signature()
                        + "\"}")
                .collect(Collectors.joining(",", "{\"v\":1,\"events\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as it was signed, and what it says. */
    record Event(int seq, String body, String signature, Said said) {}

    /** Lines; or a loan that was paid out; or that the day is over, and by how much its totals are wrong. */
    record Said(
            List<Ask> asks,
            LendEvents.@Nullable New payOut,
            @Nullable Long handIn) {}

    /** Lines in the books, lines on the desk, and what the first brought into the box. */
    record Outcome(int posted, int desk, long cash) {}

    /** A device: its key never leaves it. */
    record Device(long id, int point, KeyPair keys) {

        static KeyPair newKeys() {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String sign(String body) {
            try {
                var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
                signer.initSign(keys.getPrivate());
                signer.update(body.getBytes(StandardCharsets.UTF_8));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.dongvon.session.field;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * A teller's device may sign in the field: the teller asks for it on the device, a second person compares the code on its screen
 * with the code in the request, and the approval keeps the public key. The subject is the code.
 */
@Component
public class DeviceEnrolment implements ChangeKind {

    static final String NAME = "session.field-device";

    private static final int LONGEST_NAME = 60;

    private final FieldDevices devices;
    private final PointsAndDays points;

    DeviceEnrolment(FieldDevices devices, PointsAndDays points) {
        this.devices = devices;
        this.points = points;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.TELLER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.LEADER, Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.home(maker);
    }

    /** Nothing was there before. */
    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var encoded = Base64.getDecoder().decode(wanted.textOf("key"));
        FieldDevice.parse(encoded);
        if (devices.ofKey(keyId(encoded)).isPresent()) {
            throw new Refused(FieldRefusal.FIELD_DEVICE_KNOWN);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var encoded = Base64.getDecoder().decode(wanted.textOf("key"));
        devices.add(
                approved.place().pointId(),
                new FieldDevices.New(
                        wanted.countOf("account"),
                        wanted.textOf("name"),
                        new FieldDevice.Key(keyId(encoded), encoded),
                        wanted.countOf("person"),
                        checker.personId()));
    }

    @Override
    public String form(String subject) {
        return "/field";
    }

    static String keyId(byte[] encoded) {
        return HexFormat.of().formatHex(FieldHashes.sha256(encoded));
    }

    /** The first person asks for it, from the device itself. */
    @Service
    public static class Ask {

        private final RequestChange request;

        Ask(RequestChange request) {
            this.request = request;
        }

        /**
         * Asks for the enrolment; returns the number of the request.
         *
         * @param encoded the public key, as {@code SubjectPublicKeyInfo}
         * @throws Refused {@link FieldRefusal#FIELD_KEY_UNREADABLE}, {@link FieldRefusal#FIELD_NAME_MISSING}, {@link
         *     FieldRefusal#FIELD_DEVICE_KNOWN}
         */
        public long run(Actor maker, UUID key, String name, byte[] encoded) {
            var plain = name.strip();
            if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
                throw new Refused(FieldRefusal.FIELD_NAME_MISSING, LONGEST_NAME);
            }
            FieldDevice.parse(encoded);
            var code = FieldDevice.Key.code(keyId(encoded));
            var wanted = Facts.none()
                    .text("name", plain)
                    .text("code", code)
                    .text("key", Base64.getEncoder().encodeToString(encoded))
                    .count("account", maker.id())
                    .count("person", maker.personId());
            return request.run(maker, new Proposal(key, NAME, code, wanted, new Approved.Basis(plain, null, null)));
        }
    }
}

package org.dongvon.session.field;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** A device signs no more, from now on, and wipes itself when it next asks. One person suffices: it only takes away. */
@Service
public class RevokeDevice {

    private final FieldDevices devices;
    private final BusinessDays days;
    private final Submissions submissions;

    RevokeDevice(FieldDevices devices, BusinessDays days, Submissions submissions) {
        this.devices = devices;
        this.days = days;
        this.submissions = submissions;
    }

    /**
     * Revokes a device; it is told so and wipes itself.
     *
     * @throws Refused {@link FieldRefusal#FIELD_DEVICE_UNKNOWN}, {@link FieldRefusal#FIELD_REVOCATION_NOT_YOURS}
     */
    public void run(Actor actor, UUID key, long id) {
        actor.requireRole(Role.TELLER, Role.LEADER, Role.CONTROLLER, Role.DIRECTOR);
        var submission = new Submission(key, "session.RevokeFieldDevice", Long.toString(id));
        submissions.once(actor, submission, Done.class, () -> {
            var device = devices.get(id);
            if (actor.role() == Role.TELLER && device.accountId() != actor.id()) {
                throw new Refused(FieldRefusal.FIELD_REVOCATION_NOT_YOURS);
            }
            var today = days.hold(device.officeId());
            devices.revoke(id, actor.personId());
            return new Submissions.Done<>(device.pointId(), today, new Done(id));
        });
    }

    record Done(long device) {}
}

package org.dongvon.session.sync;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.field.FieldDevice;
import org.dongvon.session.field.FieldDevices;
import org.dongvon.session.sync.BatchReader.Batch;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Service;

/**
 * Takes an upload of a device: all its events are kept and those that have no gap before them are posted, or nothing is. The same
 * upload has the same answer, and an event that comes again in another one stays as it is.
 */
@Service
public class ReceiveBatch {

    private static final String IN_FAILED_TRANSACTION = "25P02";

    private final FieldDevices devices;
    private final Sessions sessions;
    private final BusinessDays days;
    private final FieldCheckouts checkouts;
    private final Work work;
    private final Submissions submissions;

    ReceiveBatch(
            FieldDevices devices,
            Sessions sessions,
            BusinessDays days,
            FieldCheckouts checkouts,
            Work work,
            Submissions submissions) {
        this.devices = devices;
        this.sessions = sessions;
        this.days = days;
        this.checkouts = checkouts;
        this.work = work;
        this.submissions = submissions;
    }

    /**
     * Takes an upload that has arrived whole.
     *
     * @param id made by the device
     * @throws Refused {@link FieldRefusal#FIELD_UPLOAD_UNREADABLE}, {@link FieldRefusal#FIELD_SIGNATURE_WRONG}, {@link
     *     FieldRefusal#FIELD_DEVICE_REVOKED} and the like: then nothing of it is kept but the alarm
     */
    public Answer run(Actor actor, UUID id, byte[] raw) {
        actor.requireRole(Role.TELLER);
        Long device = null;
        try {
            var batch = BatchReader.read(raw);
            device = batch.device();
            var content = HexFormat.of().formatHex(BatchReader.sha256(raw));
            var submission = new Submission(id, "session.ReceiveFieldBatch", content);
            return submissions.once(actor, submission, Answer.class, () -> receive(actor, id, batch));
        } catch (Refused refused) {
            if (refused.refusal() instanceof FieldRefusal || refused.refusal() == SharedRefusal.KEY_REUSED) {
                work.alarms.note(
                        actor,
                        new FieldAlarms.Alarm(id, device, refused.refusal().name()));
            }
            throw refused;
        }
    }

    private Submissions.Done<Answer> receive(Actor actor, UUID id, Batch batch) {
        var device = devices.require(actor, batch.device());
        requireSigned(device, batch);
        var today = days.hold(device.officeId());
        // For update: batches and other postings of the session follow one another, and none meets another's locks.
        var session = sessions.lock(batch.session());
        if (session.officeId() != device.officeId()) {
            throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
        }
        TellersSessions.requireTeller(actor, session);
        var state = checkouts.hold(session.id(), device.id());
        work.events.add(session, id, batch.events());
        try {
            work.apply.run(actor, session, device.id(), state);
        } catch (UncategorizedSQLException e) {
            throw again(e);
        }
        var chain = work.events.chain(session.id(), device.id());
        return new Submissions.Done<>(
                session.pointId(), today, new Answer(chain.next(), work.events.standing(session.id(), device.id())));
    }

    /** A deadlock inside an event leaves the transaction failed: then the whole batch is tried again. */
    private static DataAccessException again(UncategorizedSQLException failed) {
        var cause = failed.getSQLException();
        return cause != null && IN_FAILED_TRANSACTION.equals(cause.getSQLState())
                ? new PessimisticLockingFailureException("an event of the batch met a lock", failed)
                : failed;
    }

    private static void requireSigned(FieldDevice device, Batch batch) {
        for (var event : batch.events()) {
            if (!device.signed(event.body().getBytes(StandardCharsets.UTF_8), event.signature())) {
                throw new Refused(
                        FieldRefusal.FIELD_SIGNATURE_WRONG, event.head().seq());
            }
        }
    }

    /** What is done with an upload that may be taken. */
    @org.springframework.stereotype.Component
    static class Work {

        private final FieldEvents events;
        private final ApplyEvents apply;
        private final FieldAlarms alarms;

        Work(FieldEvents events, ApplyEvents apply, FieldAlarms alarms) {
            this.events = events;
            this.apply = apply;
            this.alarms = alarms;
        }
    }

    /**
     * How the device's events stand after the upload.
     *
     * @param next the number that is waited for
     */
    public record Answer(int next, List<FieldEvents.Standing> events) {

        public Answer {
            events = List.copyOf(events);
        }
    }
}

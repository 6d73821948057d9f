package org.dongvon.session.sync;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.sync.FieldUploads.Piece;
import org.dongvon.session.sync.FieldUploads.Progress;
import org.dongvon.session.sync.FieldUploads.Whole;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The uploads of field devices: pieces with {@code Content-Range} and digests by RFC 9530. */
@Controller
class SyncController {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,7})-(\\d{1,7})/(\\d{1,8})");
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private final FieldUploads uploads;
    private final FieldEvents events;
    private final Sessions sessions;
    private final Transactions transactions;

    SyncController(FieldUploads uploads, FieldEvents events, Sessions sessions, Transactions transactions) {
        this.uploads = uploads;
        this.events = events;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** How much of an upload is held. */
    @GetMapping("/api/v1/field/uploads/{upload}")
    @ResponseBody
    Map<String, Integer> held(Actor actor, @PathVariable UUID upload) {
        return Map.of("held", uploads.held(actor, upload));
    }

    /** A piece; the answer of the whole comes with the last one. */
    @PostMapping(path = "/api/v1/field/uploads/{upload}", consumes = "application/octet-stream")
    @ResponseBody
    Progress take(
            Actor actor,
            @PathVariable UUID upload,
            @RequestParam long device,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] bytes) {
        var place = RANGE.matcher(header(headers, HttpHeaders.CONTENT_RANGE));
        if (!place.matches()
                || Integer.parseInt(place.group(2)) - Integer.parseInt(place.group(1)) + 1 != bytes.length) {
            throw new Refused(FieldRefusal.FIELD_UPLOAD_CUT);
        }
        return uploads.take(
                actor,
                upload,
                new Whole(device, Integer.parseInt(place.group(3)), digest(header(headers, "Repr-Digest"))),
                new Piece(Integer.parseInt(place.group(1)), bytes, digest(header(headers, "Content-Digest"))));
    }

    private static String header(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }

    private static byte[] digest(String header) {
        var found = DIGEST.matcher(header);
        if (!found.matches()) {
            throw new Refused(FieldRefusal.FIELD_UPLOAD_CUT);
        }
        return Base64.getDecoder().decode(found.group(1));
    }

    /** How the events of a device stand now. */
    @GetMapping("/api/v1/field/sessions/{id}/events")
    @ResponseBody
    List<FieldEvents.Standing> standing(Actor actor, @PathVariable long id, @RequestParam long device) {
        return transactions.read(actor, () -> events.standing(sessions.get(id).id(), device));
    }
}

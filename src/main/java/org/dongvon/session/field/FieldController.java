package org.dongvon.session.field;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What the field page asks of the server before it goes out. */
@Controller
class FieldController {

    private static final String SESSIONS = """
            select s.id, p.code, p.name, s.held_on
              from session.session s
              join organisation.v_point_card p on p.id = s.point_id
             where s.teller_id = :teller and s.state = 'OPEN' and s.point_id <@ (select shared.scope())
             order by s.held_on, s.id
            """;

    private final JdbcClient db;
    private final FieldDevices devices;
    private final DeviceEnrolment.Ask ask;
    private final CheckOutPackage checkOut;
    private final FieldPackages packages;
    private final Transactions transactions;

    FieldController(
            JdbcClient db,
            FieldDevices devices,
            DeviceEnrolment.Ask ask,
            CheckOutPackage checkOut,
            FieldPackages packages,
            Transactions transactions) {
        this.db = db;
        this.devices = devices;
        this.ask = ask;
        this.checkOut = checkOut;
        this.packages = packages;
        this.transactions = transactions;
    }

    /** Who is signed in, the token that forms need, and the sessions that are theirs. */
    @GetMapping("/api/v1/field/me")
    @ResponseBody
    Me me(Actor actor, HttpServletRequest request) {
        var token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
                ? new Token(csrf.getHeaderName(), csrf.getToken())
                : null;
        var sessions = transactions.read(
                actor,
                () -> db.sql(SESSIONS)
                        .param("teller", actor.id())
                        .query((row, n) -> new Own(
                                Long.toString(row.getLong("id")),
                                row.getString("code"),
                                row.getString("name"),
                                row.getObject("held_on", LocalDate.class)))
                        .list());
        return new Me(actor.name(), token, sessions);
    }

    /** What the server knows of a key: nothing, a device, or one that was revoked and shall wipe itself. */
    @GetMapping("/api/v1/field/devices/{key}")
    @ResponseBody
    Known device(Actor actor, @PathVariable String key) {
        return transactions
                .read(actor, () -> devices.ofKey(key).filter(device -> device.accountId() == actor.id()))
                .map(device -> new Known(Long.toString(device.id()), device.revoked() ? "REVOKED" : "ACTIVE"))
                .orElseGet(() -> new Known(null, "UNKNOWN"));
    }

    @PostMapping("/api/v1/field/devices")
    @ResponseBody
    Map<String, String> enrol(Actor actor, @RequestHeader("Idempotency-Key") UUID key, @RequestBody Wish wish) {
        return Map.of("request", Long.toString(ask.run(actor, key, text(wish.name()), encoded(wish.key()))));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static byte[] encoded(@Nullable String key) {
        try {
            return Base64.getDecoder().decode(text(key));
        } catch (IllegalArgumentException e) {
            throw new Refused(FieldRefusal.FIELD_KEY_UNREADABLE);
        }
    }

    @PostMapping("/api/v1/field/sessions/{id}/checkouts")
    @ResponseBody
    Map<String, String> take(
            Actor actor,
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable long id,
            @RequestBody DeviceNamed named) {
        long device = Optional.ofNullable(named.device())
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_DEVICE_UNKNOWN, text(named.device())));
        checkOut.run(actor, key, id, device);
        return Map.of("session", Long.toString(id), "device", Long.toString(device));
    }

    /** As a model, so that whoever is named in the package is logged as seen; not sent again when the device has it. */
    @GetMapping("/api/v1/field/sessions/{id}/package")
    ModelAndView file(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        var file = packages.read(actor, id);
        var tag = "\"" + file.digest() + "\"";
        return new ModelAndView(
                (model, request, response) -> {
                    response.setHeader(HttpHeaders.ETAG, tag);
                    if (known.replace("W/", "").equals(tag)) {
                        response.setStatus(HttpStatus.NOT_MODIFIED.value());
                        return;
                    }
                    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                    response.setCharacterEncoding("UTF-8");
                    response.getOutputStream().write(file.json());
                },
                Map.of("file", file));
    }

    record Me(String name, @Nullable Token token, List<Own> sessions) {}

    record Token(String header, String value) {}

    record Own(String id, String code, String point, LocalDate day) {}

    record Known(@Nullable String id, String state) {}

    record Wish(@Nullable String name, @Nullable String key) {}

    record DeviceNamed(@Nullable String device) {}
}

package org.dongvon.command;

import org.dongvon.ledger.seal.Breach;
import org.dongvon.ledger.seal.PublicKey;
import org.dongvon.ledger.seal.Renewal;
import org.dongvon.ledger.seal.RootsFile;
import org.dongvon.ledger.seal.SealCheck.Findings;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import tools.jackson.core.JsonGenerator;

/** What a comparison with published roots found, for people and for programs. */
final class SealReport {

    /** More are counted, not listed: they come from one deed. */
    private static final int LISTED = 20;

    private final Console console;
    private final RootsFile roots;
    private final Findings findings;

    SealReport(Console console, RootsFile roots, Findings findings) {
        this.console = console;
        this.roots = roots;
        this.findings = findings;
    }

    boolean isWhole() {
        return findings.breaches().isEmpty();
    }

    void say() {
        roots.keys().forEach(key -> say(key, "command.verify.key"));
        findings.keys().stream().skip(roots.keys().size()).forEach(key -> say(key, "command.verify.key-later"));
        var breaches = findings.breaches();
        breaches.stream().limit(LISTED).forEach(breach -> console.say("command.verify.breach", sentence(breach)));
        if (breaches.size() > LISTED) {
            console.say("command.verify.more", breaches.size() - LISTED);
        }
        if (breaches.isEmpty()) {
            console.say("command.verify.sealed", findings.days(), findings.vouchers(), findings.leaves());
        }
    }

    private void say(PublicKey key, String message) {
        console.say(message, key.number(), key.fingerprint());
        findings.signedFrom(key.number()).ifPresent(day -> console.say("command.verify.key-from", key.number(), day));
        var renewal = key.renewal();
        if (renewal != null) {
            sayRenewed(console, key.number(), renewal);
        }
    }

    /** Says that a key was made anew, and for each office from which day it signs. */
    static void sayRenewed(Console console, int key, Renewal renewal) {
        console.say(
                "command.seal-key.renewed",
                key,
                Formats.in(console.language()).day(renewal.at()),
                Long.toString(renewal.account()),
                Long.toString(renewal.witness()),
                renewal.reason());
        var carried = renewal.carried();
        carried.stream()
                .limit(LISTED)
                .forEach(each -> console.say(
                        "command.seal-key.carried",
                        each.office(),
                        each.day(),
                        each.seal().toString(),
                        each.day().plusDays(1),
                        key));
        if (carried.size() > LISTED) {
            console.say("command.seal-key.carried-more", carried.size() - LISTED);
        }
    }

    /** @throws Refused {@link CommandRefusal#SEALS_BROKEN} with the first breach */
    void requireWhole() {
        var breaches = findings.breaches();
        if (!breaches.isEmpty()) {
            throw new Refused(CommandRefusal.SEALS_BROKEN, sentence(breaches.getFirst()), breaches.size());
        }
    }

    void write(JsonGenerator fields) {
        fields.writeBooleanProperty("holds", isWhole());
        fields.writeNumberProperty("days", findings.days());
        fields.writeNumberProperty("vouchers", findings.vouchers());
        fields.writeNumberProperty("leaves", findings.leaves());
        fields.writeArrayPropertyStart("keys");
        var keys = findings.keys().isEmpty() ? roots.keys() : findings.keys();
        for (var key : keys) {
            fields.writeStartObject();
            write(fields, key);
            findings.signedFrom(key.number()).ifPresent(day -> fields.writeStringProperty("signsFrom", day.toString()));
            fields.writeEndObject();
        }
        fields.writeEndArray();
        fields.writeArrayPropertyStart("breaches");
        for (var breach : findings.breaches()) {
            fields.writeStartObject();
            fields.writeStringProperty("kind", breach.kind().name());
            fields.writeStringProperty("name", breach.name());
            fields.writeStringProperty("office", breach.office());
            fields.writeStringProperty("from", breach.from().toString());
            fields.writeStringProperty("to", breach.to().toString());
            fields.writeEndObject();
        }
        fields.writeEndArray();
    }

    /** Writes what a key is, and how it was made anew. */
    static void write(JsonGenerator fields, PublicKey key) {
        fields.writeNumberProperty("key", key.number());
        fields.writeStringProperty("fingerprint", key.fingerprint());
        fields.writeStringProperty("publicKey", key.base64());
        var renewal = key.renewal();
        if (renewal == null) {
            return;
        }
        fields.writeObjectPropertyStart("renewed");
        fields.writeStringProperty("at", renewal.at().toString());
        fields.writeNumberProperty("account", renewal.account());
        fields.writeNumberProperty("witness", renewal.witness());
        fields.writeStringProperty("reason", renewal.reason());
        fields.writeArrayPropertyStart("carried");
        for (var each : renewal.carried()) {
            fields.writeStartObject();
            fields.writeStringProperty("office", each.office());
            fields.writeStringProperty("day", each.day().toString());
            fields.writeStringProperty("seal", each.seal().toString());
            fields.writeEndObject();
        }
        fields.writeEndArray();
        fields.writeEndObject();
    }

    private String sentence(Breach breach) {
        return console.text(
                "ledger.breach." + breach.kind(), breach.name(), breach.office(), breach.from(), breach.to());
    }
}

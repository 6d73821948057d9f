package org.dongvon.command;

import org.dongvon.ledger.seal.Breach;
import org.dongvon.ledger.seal.RootsFile;
import org.dongvon.ledger.seal.SealCheck.Findings;
import org.dongvon.shared.Refused;
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
        for (var key : roots.keys()) {
            console.say("command.verify.key", key.number(), key.fingerprint());
        }
        var breaches = findings.breaches();
        breaches.stream().limit(LISTED).forEach(breach -> console.say("command.verify.breach", sentence(breach)));
        if (breaches.size() > LISTED) {
            console.say("command.verify.more", breaches.size() - LISTED);
        }
        if (breaches.isEmpty()) {
            console.say("command.verify.sealed", findings.days(), findings.vouchers(), findings.leaves());
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

    private String sentence(Breach breach) {
        return console.text(
                "ledger.breach." + breach.kind(), breach.name(), breach.office(), breach.from(), breach.to());
    }
}

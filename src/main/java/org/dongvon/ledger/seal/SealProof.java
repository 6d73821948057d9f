package org.dongvon.ledger.seal;

import org.dongvon.shared.Proof;
import org.dongvon.shared.Verification.Checked;
import org.springframework.stereotype.Component;

/** Every closed day has its seal, the chain is unbroken, the signatures are right, and the books are what was sealed. */
@Component
class SealProof implements Proof {

    private final SealCheck check;

    SealProof(SealCheck check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "ledger.closed-days-are-sealed";
    }

    @Override
    public Checked check() {
        var findings = check.ofStored();
        var breaches = findings.breaches();
        return new Checked(
                name(),
                findings.days(),
                breaches.size(),
                breaches.isEmpty() ? null : breaches.getFirst().toString());
    }
}

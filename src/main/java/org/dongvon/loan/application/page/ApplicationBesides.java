package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.Collateral;
import org.dongvon.loan.application.Plan;
import org.dongvon.loan.application.PlanFiles;
import org.springframework.stereotype.Component;

/** Reads what stands on an application beside amount and term, and what secures its loan. */
@Component
class ApplicationBesides {

    private final PlanFiles plans;
    private final Collateral collateral;

    ApplicationBesides(PlanFiles plans, Collateral collateral) {
        this.plans = plans;
        this.collateral = collateral;
    }

    Besides of(String code) {
        return new Besides(plans.of(code), collateral.of(code));
    }

    /** The plan and the assets of an application. */
    record Besides(Plan plan, List<Collateral.Asset> assets) {

        public Dong value() {
            return Dong.sum(assets.stream().map(Collateral.Asset::value).toList());
        }

        public List<Collateral.Kind> kinds() {
            return List.of(Collateral.Kind.values());
        }
    }
}

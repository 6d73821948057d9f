package org.dongvon.archrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule is seen to report what breaks it, and to leave alone what does not. */
class ArchRulesTest {

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails();
    }

    private static List<String> violations(ArchRule rule, String ofPackage) {
        return rule.evaluate(new ClassFileImporter().importPackages(ofPackage))
                .getFailureReport()
                .getDetails();
    }

    @Test
    void reportsFloatingPointInFieldsSignaturesAndCalls() {
        assertThat(violations(ArchRules.noFloatingPoint(), CountsInFloatingPoint.class))
                .anyMatch(each -> each.contains("field") && each.contains("CountsInFloatingPoint.field"))
                .anyMatch(each -> each.contains("CountsInFloatingPoint.boxed"))
                .anyMatch(
                        each -> each.contains("Method <org.dongvon.archrules.CountsInFloatingPoint.parameter(double)>"))
                .anyMatch(each -> each.contains("CountsInFloatingPoint.result()"))
                .anyMatch(each -> each.contains("calls method <java.math.BigDecimal.doubleValue()>"));
        assertThat(violations(ArchRules.noFloatingPoint(), TakesTheDay.class)).isEmpty();
    }

    @Test
    void reportsEachWayToReadTheClock() {
        var violations = violations(ArchRules.nobodyReadsTheClock(Set.of()), ReadsTheClock.class);

        for (var method : ReadsTheClock.class.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                assertThat(violations).anyMatch(each -> each.contains("." + method.getName() + "("));
            }
        }
        assertThat(violations(ArchRules.nobodyReadsTheClock(Set.of()), TakesTheDay.class))
                .isEmpty();
    }

    @Test
    void letsTheListedClassesReadTheClock() {
        var listed = Set.of(ReadsTheClock.class.getName());

        assertThat(violations(ArchRules.nobodyReadsTheClock(listed), ReadsTheClock.class))
                .isEmpty();
    }

    @Test
    void reportsAnEngineThatLeansOnSomething() {
        assertThat(violations(ArchRules.engineStandsAlone(), "org.dongvon.archrules.engine"))
                .anyMatch(each -> each.contains("LeansOnSpring") && each.contains("org.springframework"))
                .anyMatch(each -> each.contains("LeansOnShared") && each.contains("org.dongvon.shared.Actor"))
                .noneMatch(each -> each.contains("archrules.engine.Alone"));
    }
}

package org.dongvon;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.dongvon.archrules.ArchRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.dongvon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Full names of classes that may ask what time it is, for "recorded at" and nothing else. So far none needs to. */
    private static final Set<String> MAY_READ_THE_CLOCK = Set.of();

    @ArchTest
    static final ArchRule NO_FLOATING_POINT = ArchRules.noFloatingPoint();

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK = ArchRules.nobodyReadsTheClock(MAY_READ_THE_CLOCK);

    @ArchTest
    static final ArchRule THE_ENGINE_STANDS_ALONE = ArchRules.engineStandsAlone();

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Application.class).verify();
    }
}

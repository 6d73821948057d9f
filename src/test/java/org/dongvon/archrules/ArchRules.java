package org.dongvon.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that every class of the product keeps. */
public final class ArchRules {

    private static final Set<String> FLOATING =
            Set.of("float", "double", Float.class.getName(), Double.class.getName());

    private ArchRules() {}

    /** Money, rates and shares are whole numbers; a floating point number loses đồng. */
    public static ArchRule noFloatingPoint() {
        return classes().should(new ArchCondition<>("know no floating point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(ArchRules::isFloating)
                        .forEach(each -> report(events, type, each.getDescription()));
                type.getCodeUnits().stream()
                        .filter(ArchRules::isFloating)
                        .forEach(each -> report(events, type, each.getDescription()));
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(ArchRules::isFloatingCall)
                        .forEach(each -> report(events, type, each.getDescription()));
            }
        });
    }

    /** The business day is passed in; what reads the wall clock cannot be tested, replayed or closed twice. */
    public static ArchRule nobodyReadsTheClock(Set<String> allowed) {
        return classes().that(areNot(allowed)).should(new ArchCondition<>("not read the clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(ArchRules::readsTheClock)
                        .forEach(each -> report(events, type, each.getDescription()));
            }
        });
    }

    /** The engine is pure arithmetic: the JDK, marks for nullness, and itself. */
    public static ArchRule engineStandsAlone() {
        return classes()
                .that()
                .resideInAPackage("org.dongvon..engine..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.dongvon..engine..");
    }

    private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
        return DescribedPredicate.describe("are none of " + names, type -> !names.contains(type.getName()));
    }

    private static boolean isFloating(JavaField field) {
        return isFloating(field.getType());
    }

    private static boolean isFloating(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .anyMatch(ArchRules::isFloating);
    }

    private static boolean isFloating(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(each -> FLOATING.contains(each.getBaseComponentType().getName()));
    }

    private static boolean isFloatingCall(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        return Stream.concat(Stream.of(target.getRawReturnType()), target.getRawParameterTypes().stream())
                .anyMatch(ArchRules::isFloating);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        if (owner.isAssignableTo(TemporalAccessor.class)) {
            return name.equals("now");
        }
        if (owner.isAssignableTo(Clock.class) || owner.isEquivalentTo(InstantSource.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.isEquivalentTo(Date.class)) {
            return name.equals("<init>") && hasNoParameters(access);
        }
        return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static void report(ConditionEvents events, HasName type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}

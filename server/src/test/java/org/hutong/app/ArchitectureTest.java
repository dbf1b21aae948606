package org.hutong.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.hutong.access.Actor;
import org.hutong.access.AllowAccount;
import org.hutong.access.AllowAnyone;
import org.hutong.access.AllowDemo;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.OfficerSession;
import org.hutong.problem.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Rules of the code, each with its reason. A rule without a reason is deleted. */
@AnalyzeClasses(packages = "org.hutong", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<Class<? extends Annotation>> RULES =
            List.of(AllowOfficer.class, AllowAccount.class, AllowResident.class, AllowAnyone.class, AllowDemo.class);
    private static final Map<Class<?>, Class<? extends Annotation>> CALLERS =
            Map.of(Actor.Officer.class, AllowOfficer.class, Actor.Resident.class, AllowResident.class, OfficerSession.class, AllowAccount.class);

    @ArchTest
    static final ArchRule OPERATIONS_SAY_WHO_MAY_CALL = methods().that().areMetaAnnotatedWith(RequestMapping.class)
            .should(sayOnceWhoMayCall())
            .because("what nobody decided about must not be reachable, and the decision should stand where the operation stands");

    @ArchTest
    static final ArchRule BEANS_DO_NOT_DEPEND_ON_SETTINGS = noClasses().should().dependOnClassesThat().areAssignableTo(ConditionalOnProperty.class)
            .because("the build wires the beans of a second start (docs/adr/0024); what a setting decides is decided when a bean is made");

    @ArchTest
    static final ArchRule CALLERS_FIT_THE_RULE = methods().that().areMetaAnnotatedWith(RequestMapping.class)
            .should(takeOnlyTheCallerTheyAllow())
            .because("a parameter that the rule does not fill would be found out by the first caller");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_DOORS_OF_HTTP_ONLY = classes().that().areAnnotatedWith(RestController.class)
            .should().bePackagePrivate().andShould().resideInAnyPackage("org.hutong..web", "org.hutong.app..")
            .because("what another module needs is asked at the module's own door, not at its HTTP side");

    @ArchTest
    static final ArchRule REFUSALS_ARE_RESULTS = noClasses().that().resideOutsideOfPackages("org.hutong..web", "org.hutong.app..", "org.hutong.problem")
            .should().dependOnClassesThat().areAssignableTo(Refused.class)
            .because("inside a module a refusal is a sealed result that the caller must look at; only the web side turns it into a problem");

    @ArchTest
    static final ArchRule TIME_IS_ASKED_OF_THE_CLOCK = noClasses().that().resideInAnyPackage("org.hutong..").and().resideOutsideOfPackages("org.hutong.postgres..", "org.hutong.bench..")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(Clock.class, "systemDefaultZone")
            .because("deadlines, ages and sessions are tested by moving the clock, and days are days in the business zone");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor, where it is seen to be too much");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NEITHER_SPRING_NOR_SQL = noClasses().that().resideInAPackage("org.hutong.kernel..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..", "org.hutong.schema..")
            .because("values, criteria and form logic have to mean the same in the server, the generator and the benches");

    @ArchTest
    static final ArchRule OFFICERS_PATTERNS_RUN_ON_RE2 = noClasses().that().resideInAnyPackage("org.hutong.form..", "org.hutong.manifest..", "org.hutong.audience..").and().resideOutsideOfPackage("..web")
            .should().callMethod(Pattern.class, "compile", String.class).orShould().callMethod(String.class, "matches", String.class)
            .because("java.util.regex takes seconds for a pattern that an officer may write; TextPattern runs on RE2/J");

    private static ArchCondition<JavaMethod> sayOnceWhoMayCall() {
        return new ArchCondition<>("have exactly one @Allow... annotation") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long rules = RULES.stream().filter(method::isAnnotatedWith).count();
                events.add(new SimpleConditionEvent(method, rules == 1, method.getFullName() + " has " + rules + " @Allow... annotations"));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeOnlyTheCallerTheyAllow() {
        return new ArchCondition<>("take only the caller that their @Allow... lets in") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaClass parameter : method.getRawParameterTypes()) {
                    CALLERS.forEach((caller, rule) -> {
                        if (parameter.isEquivalentTo(caller) && !method.isAnnotatedWith(rule)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes " + caller.getSimpleName() + " without @" + rule.getSimpleName()));
                        }
                    });
                }
            }
        };
    }
}

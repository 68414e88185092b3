package dev.waymark.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * How a service is built inside. A service takes them over with {@code ArchTests.in(ArchitectureRules.class)}; what it has
 * of {@code platform} on its class path is checked along.
 */
public final class ArchitectureRules {

    private static final String[] SERVICES = {"dev.waymark.persona..", "dev.waymark.journey..", "dev.waymark.gapmap.."};

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.waymark.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformModulesFormNoCycles =
            slices().matching("dev.waymark.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformKnowsNoService = noClasses()
            .that(not(resideInAnyPackage(SERVICES)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(SERVICES))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNames = noClasses()
            .should()
            .resideInAnyPackage("..common..", "..util..", "..shared..", "..helper..", "..base..", "..core..")
            .because("such a package is a place for what nobody has thought about");

    @ArchTest
    static final ArchRule classesHaveNames = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("such a name says how a class is used, not what it is");

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesDoHttpOnly = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .dependOnClassesThat(assignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                    .or(assignableTo("jakarta.persistence.EntityManager"))
                    .or(assignableTo("javax.sql.DataSource")))
            .orShould()
            .beAnnotatedWith("jakarta.transaction.Transactional")
            .because("transactions and tables belong to services")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule requestsRunOnVirtualThreads = methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
            .because("Quarkus REST looks at the class that declares a method, and at no subclass or superclass of it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses().should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule eventsAreTakenInInOrder = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beAnnotatedWith("io.smallrye.reactive.messaging.annotations.Blocking")
            .andShould()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Events")
            .andShould()
            .notBeAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
            .because("a virtual thread would lose the order of the events")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    /** The service and the platform it stands on, without tests and what serves them. */
    public static final class Product implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
                    && !location.contains("/dev/waymark/testing/")
                    && !location.contains("/dev/waymark/devstack/");
        }
    }
}

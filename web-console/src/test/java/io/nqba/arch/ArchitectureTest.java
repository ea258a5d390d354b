package io.nqba.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeTask;
import org.jspecify.annotations.NullMarked;

/** What Maven cannot see: the direction of dependencies inside a module, and what may travel between nodes. */
@AnalyzeClasses(
        packages = "io.nqba",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestsElsewhere.class})
class ArchitectureTest {
    /** Tests where ArchUnit does not look for them: in the folder of quick builds, and in the jar that a module shares with others. */
    static final class NoTestsElsewhere implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/target/quick/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final DescribedPredicate<JavaClass> RECORD = new DescribedPredicate<>("records") {
        @Override
        public boolean test(JavaClass type) {
            return type.isRecord();
        }
    };

    /** Without this the rules below would pass on an empty class path. */
    @ArchTest
    static void allModulesAreSeen(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackageName))
                .anyMatch(name -> name.startsWith("io.nqba.model"))
                .anyMatch(name -> name.startsWith("io.nqba.compute.kernel"))
                .anyMatch(name -> name.startsWith("io.nqba.compute.optimisation"))
                .anyMatch(name -> name.startsWith("io.nqba.node"))
                .anyMatch(name -> name.startsWith("io.nqba.console"));
    }

    @ArchTest
    static final ArchRule storedTypesAreNotRecords = fields().that()
            .areAnnotatedWith(QuerySqlField.class)
            .should()
            .beDeclaredInClassesThat()
            .areNotAssignableTo(Record.class)
            .because("Ignite 2.17 cannot marshal records: the first put fails and an indexed record halts the servers");

    @ArchTest
    static final ArchRule wireTypesHoldNoRecords = fields().that()
            .areDeclaredInClassesThat(resideInAPackage("io.nqba.model.."))
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Record.class)
            .and()
            .doNotHaveModifier(STATIC)
            .should()
            .notHaveRawType(RECORD)
            .because("a nested record fails in the marshaller exactly as a stored one does");

    @ArchTest
    static final ArchRule jobsCarryNoRecords = fields().that()
            .areDeclaredInClassesThat(assignableToJobOrTask())
            .and()
            .doNotHaveModifier(STATIC)
            .should()
            .notHaveRawType(RECORD)
            .because("the fields of a job are marshalled to the node that runs it");

    @ArchTest
    static final ArchRule kernelsKnowOnlyTheJdkAndTheModel = classes()
            .that()
            .resideInAPackage("io.nqba.compute.kernel..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.nqba.compute.kernel..",
                    "io.nqba.model..",
                    "java..",
                    "jdk.incubator.vector..",
                    "org.jspecify.annotations"))
            .because("a kernel must run in a unit test, a benchmark and a job without a grid");

    @ArchTest
    static final ArchRule coordinationKnowsNoUnit = noClasses()
            .that()
            .resideInAnyPackage("io.nqba.compute.kernel.coordination..", "io.nqba.compute.optimisation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.nqba.model.energy..", "io.nqba.compute.energy..", "io.nqba.compute.kernel.storage..")
            .because("finance and sales bring their own subproblems to the same engine");

    @ArchTest
    static final ArchRule modelUsesOnlyTheAnnotationsOfIgnite = noClasses()
            .that()
            .resideInAPackage("io.nqba.model..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.ignite..")
                    .and(not(resideInAnyPackage(
                            "org.apache.ignite.cache.query.annotations", "org.apache.ignite.cache.affinity"))))
            .because("the model is data; caches and services belong to grid-node");

    @ArchTest
    static final ArchRule onlyTheGatewayTouchesTheGrid = noClasses()
            .that()
            .resideInAPackage("io.nqba.console..")
            .and()
            .resideOutsideOfPackage("io.nqba.console.grid..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.ignite..")
            .because("one adapter keeps blocking calls off the event loop");

    @ArchTest
    static final ArchRule theConsoleIsAThinClient = noClasses()
            .that()
            .resideInAPackage("io.nqba.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.nqba.compute..", "io.nqba.node..")
            .because("the embedded node is reached by thin client, exactly as a remote one");

    @ArchTest
    static final ArchRule featuresOfTheModelAreFreeOfCycles =
            slices().matching("io.nqba.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheTasksAreFreeOfCycles =
            slices().matching("io.nqba.compute.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheNodeAreFreeOfCycles =
            slices().matching("io.nqba.node.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheConsoleAreFreeOfCycles =
            slices().matching("io.nqba.console.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(type -> assertThat(type.isAnnotatedWith(NullMarked.class))
                        .as("package %s is @NullMarked", type.getName())
                        .isTrue());
    }

    private static DescribedPredicate<JavaClass> assignableToJobOrTask() {
        return JavaClass.Predicates.assignableTo(ComputeJob.class)
                .or(JavaClass.Predicates.assignableTo(ComputeTask.class));
    }
}

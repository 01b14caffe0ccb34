package conductor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, in the conductor. */
@AnalyzeClasses(packages = "conductor", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PLANS_DO_NOT_KNOW_THEIR_PLANNER =
      noClasses()
          .that()
          .resideInAPackage("conductor.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("conductor.plan..");

  @ArchTest
  static final ArchRule REQUESTS_AND_ERRORS_ARE_VALUES_ALONE =
      noClasses()
          .that()
          .resideInAPackage("conductor.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "conductor.cache..",
              "conductor.engine..",
              "conductor.eval..",
              "conductor.executor..",
              "conductor.gateway..",
              "conductor.http..",
              "conductor.plan..",
              "conductor.semantics..",
              "async..");

  @ArchTest
  static final ArchRule GATEWAYS_ARE_INTERFACES_ALONE =
      classes()
          .that()
          .resideInAPackage("conductor.gateway..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "conductor.gateway..",
              "async..",
              "storage.api..",
              "topology.api..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule PLANNING_KNOWS_NEITHER_HTTP_NOR_EXECUTION_NOR_WAITING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "conductor.semantics..", "conductor.plan..", "conductor.engine..", "conductor.eval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "conductor.cache..",
              "conductor.executor..",
              "conductor.gateway..",
              "conductor.http..",
              "async..");

  @ArchTest
  static final ArchRule HTTP_SEES_NOTHING_OF_PLANNING =
      noClasses()
          .that()
          .resideInAPackage("conductor.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "conductor.engine..",
              "conductor.eval..",
              "conductor.plan..",
              "conductor.semantics..",
              "sqlite.ast..",
              "sqlite.parser..");

  @ArchTest
  static final ArchRule NOTHING_BELOW_KNOWS_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages("conductor.http..", "conductor.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("conductor.http..", "conductor.worker..");

  @ArchTest
  static final ArchRule OBJECTS_ARE_SEEN_THROUGH_THEIR_MESSAGES_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("conductor.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("storage.exec..", "topology.ops..", "topology.store..");

  @ArchTest
  static final ArchRule THE_PLATFORM_IS_SEEN_BY_THE_WORKER_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("conductor.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.teavm..", "workers..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CIRCLES =
      slices().matching("(*).(*)..").should().beFreeOfCycles();
}

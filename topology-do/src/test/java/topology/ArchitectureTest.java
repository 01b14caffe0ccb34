package topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, below the conductor. */
@AnalyzeClasses(
    packages = {"sqlite", "json", "storage", "topology", "async"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule VALUES_KNOW_NOTHING_BUT_THEMSELVES =
      noClasses()
          .that()
          .resideInAPackage("sqlite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("json..", "storage..", "topology..", "async..");

  @ArchTest
  static final ArchRule A_NODE_KNOWS_NO_TOPOLOGY_AND_DOES_NOT_WAIT =
      noClasses()
          .that()
          .resideInAPackage("storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("topology..", "async..", "sqlite.ast..", "sqlite.parser..");

  @ArchTest
  static final ArchRule A_NODE_IS_SEEN_THROUGH_ITS_MESSAGES_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("topology..", "async..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("storage.exec..", "sqlite.ast..", "sqlite.parser..");

  @ArchTest
  static final ArchRule THE_PLATFORM_IS_SEEN_BY_WORKERS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..worker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.teavm..", "workers..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CIRCLES =
      slices().matching("(*).(*)..").should().beFreeOfCycles();
}

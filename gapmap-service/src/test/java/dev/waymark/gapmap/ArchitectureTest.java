package dev.waymark.gapmap;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.waymark.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.waymark", importOptions = ArchitectureRules.Product.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}

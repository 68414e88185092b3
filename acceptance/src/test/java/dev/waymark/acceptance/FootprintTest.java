package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running product takes of the machine's memory. */
@ExtendWith(Product.class)
@EnabledOnOs(OS.LINUX) // where the kernel tells
class FootprintTest {

    @Test
    void eachServiceStaysWithinItsBoundAndAllWithin2GiB() {
        assertThat(Product.running().services()).hasSize(3).allSatisfy(service -> assertThat(
                        new Memory(service).resident())
                .isLessThan(Memory.MOST));
        // Shared pages once: PostgreSQL's processes share most of theirs.
        assertThat(Product.running()
                        .processes()
                        .mapToLong(process -> new Memory(process).proportional())
                        .sum())
                .isLessThan(2048 * Memory.MIB);
    }
}

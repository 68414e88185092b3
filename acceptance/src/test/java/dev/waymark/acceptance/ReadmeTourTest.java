package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the tour of the README, block by block in one shell, and holds what it prints against what the README says. */
@ExtendWith(Product.class)
class ReadmeTourTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```\n(?:```text\n(.*?)```\n)?", Pattern.DOTALL);
    private static final String MARK = "=== end of block ";

    private final Product product = Product.running();

    @Test
    void theTourShowsWhatItSays() throws IOException {
        var blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(7);

        var run = product.run("bash", "-euo", "pipefail", "-c", script(blocks));

        assertThat(run.exitCode()).as(run.output()).isZero();
        var printed = run.output().split(MARK + "\\d+\n", -1);
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(printed[i])
                    .as(blocks.get(i).script())
                    .isEqualTo(blocks.get(i).output());
        }
    }

    private List<Block> blocks() throws IOException {
        var readme = Files.readString(Product.ROOT.resolve("README.md"));
        var tour = readme.substring(readme.indexOf("<!-- tour -->"), readme.indexOf("<!-- /tour -->"));
        var blocks = new ArrayList<Block>();
        var found = BLOCK.matcher(tour);
        while (found.find()) {
            blocks.add(new Block(here(found.group(1)), found.group(2) == null ? "" : found.group(2)));
        }
        return blocks;
    }

    /** On the ports of this stack, and with its files in a folder that is thrown away. */
    private String here(String script) {
        return script.replace("localhost:8081", "localhost:" + product.port("persona"))
                .replace("localhost:8082", "localhost:" + product.port("journey"))
                .replace("localhost:8083", "localhost:" + product.port("gapmap"))
                .replaceAll("\\b(\\w+\\.(json|csv))\\b", product.folder() + "/$1");
    }

    private static String script(List<Block> blocks) {
        var script = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            script.append(blocks.get(i).script())
                    .append("\necho '")
                    .append(MARK)
                    .append(i)
                    .append("'\n");
        }
        return script.toString();
    }

    private record Block(String script, String output) {}
}

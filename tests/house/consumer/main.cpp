// Reads a lease and prints its answer.
#include "app/export/text.hpp"
#include "app/view/present.hpp"
#include "io/lease/read_lease.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int, char **argv) {
    std::ifstream file{argv[1]};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    auto lease = offramp::read_lease(text).value;
    if (!lease) {
        return 1;
    }
    const auto model = offramp::model_of(std::make_shared<const offramp::Lease>(*lease));
    std::cout << offramp::export_text(offramp::present(model));
}

// A lease document or a case: read, evaluated, shown, exported, written and read again.
#include "fuzz/fuzz.hpp"

#include "io/lease/read_lease.hpp"
#include "io/lease/write_lease.hpp"
#include "io/scenario/read_case.hpp"

using namespace offramp;

int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const auto model = fuzz::model_from(text);
    if (!model) {
        return 0;
    }
    fuzz::take_away(*model, fuzz::lot_of(text), 8);
    if (!is_case(text)) { // the terms of a case need not be a whole document
        const ReadResult<Lease> again = read_lease(write_lease(*model->lease));
        fuzz::expect(again.value == *model->lease, "what is written is not what was read");
    }
    return 0;
}

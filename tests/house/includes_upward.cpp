// Planted: io may not include the words of app.
#include "app/words/text.hpp"

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;

constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;

void run(std::vector<float> const& g, std::vector<float> const& u, std::vector<float>& y, std::vector<float>& dg,
         std::vector<float>& du, float& db) {
    og::evaluate(og::swiglu(gate, up, beta), y, gate = g, up = u, beta = 1.0f);
    og::backward(og::swiglu(gate, up, beta), y, gate = g, up = u, beta = 1.0f, og::grad(gate) = dg, og::grad(up) = du,
                 og::grad(beta) = db);
}
